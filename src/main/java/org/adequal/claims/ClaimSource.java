package org.adequal.claims;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where claims come from, one after the other. */
public interface ClaimSource extends AutoCloseable {

    /** The next entry; null when there are no more. */
    @Nullable
    Entry next();

    /** Why there are no more, where that is not because all have been given. */
    default @Nullable String problem() {
        return null;
    }

    /** What else there is to know about the source when it has been read. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    default void close() {}
}
