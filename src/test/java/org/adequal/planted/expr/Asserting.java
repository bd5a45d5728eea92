package org.adequal.planted.expr;

import org.assertj.core.api.Assertions;

/** Breaks: test libraries are for testing only. */
public final class Asserting {
    void check(boolean condition) {
        Assertions.assertThat(condition).isTrue();
    }
}
