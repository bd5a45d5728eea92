package org.adequal.verdict;

import java.util.List;

/**
 * Which derivative: of a gradient the variable, of a Hessian both, of a Jacobian the element and the variable.
 */
public record Label(List<String> names) {

    public Label {
        names = List.copyOf(names);
    }

    static Label of(String... names) {
        return new Label(List.of(names));
    }

    /** {@code x0}, or {@code x0, x1} of a matrix. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
