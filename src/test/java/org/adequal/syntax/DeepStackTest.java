package org.adequal.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class DeepStackTest {

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    @Test
    void holdsWhatTheDefaultStackCannot() {
        assertThat(DeepStack.call(() -> depth(500_000))).isEqualTo(500_000);
    }

    @Test
    void staysOnADeepStack() {
        DeepStack.call(() -> assertThat(DeepStack.call(Thread::currentThread)).isSameAs(Thread.currentThread()));
        assertThat(DeepStack.call(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void passesFailuresOn() {
        assertThatThrownBy(() -> DeepStack.call(() -> {
            throw new IllegalArgumentException("mine");
        })).isExactlyInstanceOf(IllegalArgumentException.class).hasMessage("mine");
        assertThatThrownBy(() -> DeepStack.call(() -> {
            throw new AssertionError("mine");
        })).isExactlyInstanceOf(AssertionError.class);
    }

    @Test
    void passesInterruptsOnAndKeepsThem() {
        Thread.currentThread().interrupt();
        boolean seen = DeepStack.call(() -> {
            try {
                new CountDownLatch(1).await();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
        assertThat(seen).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
