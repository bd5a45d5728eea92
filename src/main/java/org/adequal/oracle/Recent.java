package org.adequal.oracle;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values made for the latest requests, by their keys: what was not asked for longest goes first. Safe for threads, since
 * a request that ran out of time may still be at work when the next one asks.
 *
 * @param <K> keys
 * @param <V> values
 */
final class Recent<K, V> {
    private final int most;
    private final long room;
    private final Map<K, Sized<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    private record Sized<V>(V value, long size) {}

    /** Keeps at most so many values, of this total size; a value larger than half of it is not kept. */
    Recent(int most, long room) {
        this.most = most;
        this.room = room;
    }

    synchronized @Nullable V get(K key) {
        Sized<V> known = kept.get(key);
        return known == null ? null : known.value;
    }

    synchronized void put(K key, V value, long size) {
        if (2 * size > room) {
            return;
        }
        Sized<V> before = kept.put(key, new Sized<>(value, size));
        taken += size - (before == null ? 0 : before.size);
        Iterator<Sized<V>> eldest = kept.values().iterator();
        while (taken > room || kept.size() > most) {
            taken -= eldest.next().size;
            eldest.remove();
        }
    }

    synchronized int size() {
        return kept.size();
    }
}
