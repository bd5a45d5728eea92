package org.adequal.expr;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The one place where nodes live: weak, so that unused nodes go, and safe for threads. */
final class Pool {
    private static final ConcurrentHashMap<Entry, Entry> ENTRIES = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Node> GONE = new ReferenceQueue<>();

    private Pool() {}

    /** The node that all nodes like this one are. */
    @SuppressWarnings("unchecked") // sameAs compares the classes
    static <N extends Node> N intern(N candidate) {
        for (Reference<? extends Node> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            ENTRIES.remove((Entry) gone);
        }
        Entry entry = new Entry(candidate);
        while (true) {
            Entry present = ENTRIES.putIfAbsent(entry, entry);
            if (present == null) {
                return candidate;
            }
            Node node = present.get();
            if (node != null) {
                entry.clear();
                return (N) node;
            }
            ENTRIES.remove(present);
        }
    }

    private static final class Entry extends WeakReference<Node> {
        private final int hash;

        Entry(Node node) {
            super(node, GONE);
            hash = node.structuralHash();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            if (!(other instanceof Entry entry) || hash != entry.hash) {
                return false;
            }
            Node mine = get();
            Node theirs = entry.get();
            return mine != null && theirs != null && mine.sameAs(theirs);
        }
    }
}
