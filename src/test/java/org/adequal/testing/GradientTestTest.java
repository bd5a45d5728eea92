package org.adequal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.adequal.check.Format;
import org.adequal.check.probe.Probe;
import org.adequal.check.probe.Probes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The annotation, on tests that pass here, and on others that are run to see them fail. */
class GradientTestTest {

    @GradientTest(formula = "x0^2 + x1^2", on = "x0 = -1..1, x1 = 0..2", points = 5, seed = 7)
    void right(ProbePoint probe) {
        assertThat(probe.kind()).isEqualTo(Probe.Kind.GENERIC);
        double[] x = probe.coordinates();
        x[0] = 0;
        double[] y = probe.coordinates();
        assertThat(y[0]).isNotZero();
        probe.claims(2 * y[0], 2 * y[1]);
    }

    @GradientTest(formula = "g(b)*a", definitions = "g(t) = 1/t", variables = {"b",
            "a"}, on = "a = 0..1, b = 1..2", points = 3, format = Format.F32, tolerance = 1e-5)
    void inAnotherOrder(ProbePoint probe) {
        double[] x = probe.coordinates();
        probe.claims((float) (-x[1] / (x[0] * x[0])), (float) (1 / x[0]));
    }

    @GradientTest(formula = "abs(x)", on = "x = -1..1", probes = Probes.Choice.ADVERSARIAL, points = 6)
    void adversarial(ProbePoint probe) {
        assertThat(probe.kind()).isNotEqualTo(Probe.Kind.GENERIC);
        probe.claims(probe.coordinates()[0] < 0 ? -1 : 1);
    }

    /** Tests that have to fail; run by the others only. */
    @Tag("planted")
    static class Planted {
        @GradientTest(formula = "x0^2 + x1^2", on = "x0 = -1..1, x1 = 0..2", points = 4, seed = 9)
        void wrong(ProbePoint probe) {
            double[] x = probe.coordinates();
            probe.claims(2 * x[0], x[1]);
        }

        @GradientTest(formula = "x^2", on = "x = 0..1", points = 2)
        void saysNothing(ProbePoint probe) {
            assertThat(probe.coordinates()).hasSize(1);
        }

        @GradientTest(formula = "log(x)", on = "x = -2..-1", points = 2)
        void hasNoPoint(ProbePoint probe) {
            probe.claims(0);
        }
    }

    @Nested
    class WhatFails {
        private EngineExecutionResults run(String method) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(DiscoverySelectors.selectMethod(Planted.class, method, ProbePoint.class)).execute();
        }

        private String message(Event event) {
            return event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class).getThrowable()
                    .map(Throwable::getMessage).orElse("");
        }

        @Test
        void aWrongGradientAtEveryPoint() {
            EngineExecutionResults results = run("wrong");
            results.testEvents().assertStatistics(statistics -> statistics.started(4).failed(4));
            assertThat(results.testEvents().failed().stream().map(this::message)).allSatisfy(
                    message -> assertThat(message).contains("x1: wrong").contains("| adequal oracle"));
            assertThat(results.testEvents().started().stream().map(event -> event.getTestDescriptor().getDisplayName()))
                    .allSatisfy(name -> assertThat(name).matches("\\[\\d] x0 = -?0\\.\\d+, x1 = \\d\\.\\d+"));
        }

        @Test
        void aTestThatSaysNothing() {
            run("saysNothing").testEvents().assertStatistics(statistics -> statistics.started(2).failed(2));
        }

        @Test
        void aTestWithoutPoints() {
            EngineExecutionResults results = run("hasNoPoint");
            results.testEvents().assertStatistics(statistics -> statistics.started(0));
            assertThat(results.containerEvents().failed().stream().map(this::message)).singleElement().asString()
                    .contains("there is no point to test at");
        }
    }
}
