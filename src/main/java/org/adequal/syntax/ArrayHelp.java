package org.adequal.syntax;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The functions of arrays, for help. */
public final class ArrayHelp {

    private ArrayHelp() {}

    public static List<String> names() {
        return Stream.of(ArrayFunctions.values()).map(ArrayFunctions::spelling).toList();
    }

    /** How a function of arrays is used; null if there is none of this name. */
    public static @Nullable String of(String name) {
        return ArrayFunctions.named(name).map(function -> function.signature() + ": " + function.help()).orElse(null);
    }
}
