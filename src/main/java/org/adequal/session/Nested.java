package org.adequal.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What is known of elements such as {@code x[0]} and {@code A[0,1]}, as lists in lists by the names of their arrays. */
public final class Nested {
    private static final Pattern ELEMENT = Pattern.compile("(.*)\\[([0-9,]+)]");

    private Nested() {}

    /** The array that an element belongs to; of another name the name. */
    public static String array(String name) {
        Matcher element = ELEMENT.matcher(name);
        return element.matches() ? element.group(1) : name;
    }

    /** Entries by name, those of one array as nested lists under its name; elements come in row-major order. */
    public static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> entries) {
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            Matcher element = ELEMENT.matcher(name);
            if (!element.matches()) {
                nested.put(name, entry);
                return;
            }
            List<@Nullable Object> list = list(nested.computeIfAbsent(element.group(1), _ -> new ArrayList<>()));
            int[] indices = Arrays.stream(element.group(2).split(",")).mapToInt(Integer::parseInt).toArray();
            for (int i = 0; i + 1 < indices.length; i++) {
                if (list.size() == indices[i]) {
                    list.add(new ArrayList<@Nullable Object>());
                }
                list = list(list.get(indices[i]));
            }
            list.add(entry);
        });
        return nested;
    }

    @SuppressWarnings("unchecked") // only lists are put in
    private static List<@Nullable Object> list(@Nullable Object value) {
        return (List<@Nullable Object>) Objects.requireNonNull(value);
    }

    /** The dimensions of the arrays whose elements these are, and of other names none, in their order. */
    public static Map<String, int[]> dimensions(Collection<String> names) {
        Map<String, int[]> dimensions = new LinkedHashMap<>();
        for (String name : names) {
            Matcher element = ELEMENT.matcher(name);
            if (element.matches()) {
                int[] indices = Arrays.stream(element.group(2).split(",")).mapToInt(Integer::parseInt).toArray();
                int[] known = dimensions.computeIfAbsent(element.group(1), _ -> new int[indices.length]);
                for (int i = 0; i < indices.length; i++) {
                    known[i] = Math.max(known[i], indices[i] + 1);
                }
            } else {
                dimensions.put(name, new int[0]);
            }
        }
        return dimensions;
    }

    /** The name of an element, the same as that of its variable. */
    public static String name(String array, int[] index) {
        return array + Arrays.toString(index).replace(" ", "");
    }

    /** Flat entries as nested lists of these dimensions; of a scalar the entry. */
    public static @Nullable Object shaped(List<? extends @Nullable Object> entries, int[] dimensions) {
        return shaped(entries, dimensions, 0, 0, entries.size());
    }

    private static @Nullable Object shaped(List<? extends @Nullable Object> entries, int[] dimensions, int axis,
            int from, int count) {
        if (axis == dimensions.length) {
            return entries.get(from);
        }
        List<@Nullable Object> list = new ArrayList<>();
        int each = dimensions[axis] == 0 ? 0 : count / dimensions[axis];
        for (int i = 0; i < dimensions[axis]; i++) {
            list.add(shaped(entries, dimensions, axis + 1, from + i * each, each));
        }
        return list;
    }

    /** {@code [[1, 2], [3, 4]]}, each entry as given. */
    static String text(@Nullable Object nested, Function<Object, String> entry) {
        if (!(nested instanceof List<?> list)) {
            return entry.apply(Objects.requireNonNull(nested));
        }
        return list.stream().map(each -> text(each, entry)).collect(Collectors.joining(", ", "[", "]"));
    }
}
