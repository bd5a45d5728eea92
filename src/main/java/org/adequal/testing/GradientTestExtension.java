package org.adequal.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.adequal.check.Numbers;
import org.adequal.check.probe.Probe;
import org.adequal.check.probe.Probes;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link GradientTest} once for each of its points. */
final class GradientTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getTestMethod().filter(method -> method.isAnnotationPresent(GradientTest.class)).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        GradientTest test = context.getRequiredTestMethod().getAnnotation(GradientTest.class);
        GradientCheck check = GradientCheck.of(test.formula(), List.of(test.variables()), test.definitions())
                .in(test.format());
        GradientCheck judging = test.tolerance() < 0 ? check : check.within(test.tolerance());
        Probes drawn = Probes.draw(test.probes(), check.formula(), check.box(test.on()), test.points(), test.seed());
        if (drawn.probes().isEmpty()) {
            throw new IllegalArgumentException("there is no point to test at: " + String.join(", ", drawn.remarks()));
        }
        return drawn.probes().stream().map(probe -> new Invocation(judging, probe));
    }

    /** One point: it is the method's argument, and has to be told a gradient. */
    private record Invocation(GradientCheck check, Probe probe) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return "[" + index + "] " + IntStream.range(0, probe.point().size())
                    .mapToObj(i -> check.formula().variables().get(i) + " = " + Numbers.show(probe.point().get(i)))
                    .collect(Collectors.joining(", "))
                    + (probe.kind() == Probe.Kind.GENERIC ? "" : " (" + probe.kind().wireName() + ")");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Argument(new ProbePoint(check, probe)));
        }
    }

    private record Argument(ProbePoint point) implements ParameterResolver, AfterTestExecutionCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ProbePoint.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return point;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isEmpty() && !point.isClaimed()) {
                throw new AssertionError("the test says nothing of the gradient: call claims(...) of its ProbePoint");
            }
        }
    }
}
