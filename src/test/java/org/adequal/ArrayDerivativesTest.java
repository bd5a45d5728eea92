package org.adequal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.adequal.calculus.Forward;
import org.adequal.calculus.Reverse;
import org.adequal.expr.Expr;
import org.adequal.expr.Variable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of arrays against rules of scalars: values and gradients agree whatever the sizes, by loops and element by element. */
class ArrayDerivativesTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "f(x[n]) = sum(x^2)",
            "f(x[n], A[n,n]) = x.T @ A @ x",
            "f(x[n], A[m,n], b[m]) = sum((A @ x - b)^2)",
            "f(x[n], A[m,n], b[m]; lam) = sum((A @ x - b)^2) + lam*sum(x^2)",
            "f(w[n]; X[m,n], y[m]) = sum(log(1 + exp(-y*(X @ w))))",
            "f(z[n], t[n]) = cross_entropy(softmax(z), t)",
            "f(z[n], t[n]) = cross_entropy(softmax(z), t, 1e-7)",
            "f(Z[b,n], T[b,n]) = sum(cross_entropy(softmax(Z), T))",
            "f(X[n,m], A[m,n], B[m,m]) = trace(A @ X @ B)",
            "f(x[n]) = norm(x)",
            "f(W[m,n], b[m], x[n]) = sum(sigmoid(W @ x + b))",
            "f(M[m,n], U[m,k], V[n,k]) = sum((M - U @ V.T)^2)",
            "f(W1[d,h], b1[h], W2[h,o], b2[o], X[b,d], Y[b,o]) = mean((tanh(X @ W1 + b1) @ W2 + b2 - Y)^2)",
            "f(W1[d,h], b1[h], W2[h,o], b2[o], X[b,d], Y[b,o]) ="
                    + " mean(cross_entropy(softmax(tanh(X @ W1 + b1) @ W2 + b2), Y))",
            "f(Q[q,d], K[p,d], V[p,o], G[q,o]) = sum(G*(softmax(Q @ K.T/sqrt(d)) @ V))",
            "f(x[n]) = sum(100*(x[1:] - x[:-1]^2)^2 + (1 - x[:-1])^2)",
            "f(x[n]) = logsumexp(x)",
            "f(A[m,n]) = sum(logsumexp(A, axis = 0)^2)",
            "f(A[m,n]) = logsumexp(A)",
            "f(x[n]) = prod(x)",
            "f(A[m,n]) = sum(prod(A, axis = 1)^2)",
            "f(x[n]) = max(x)",
            "f(A[m,n]) = sum(max(A, axis = 1)^2) + min(A)",
            "f(x[n]) = x[0]*x[-1]^2",
            "f(A[m,n]) = A[0,-1]^2",
            "f(x[n], b[m]) = sum(concatenate([x^2, b])^2)",
            "f(A[m,n]) = sum(mean(A, axis = 0)^3)",
            "f(x[n]) = mean((x - mean(x))^2)",
            "f(x[n], c[n]) = c @ ((x - mean(x))/sqrt(mean((x - mean(x))^2) + 1))",
            "f(A[m,n], r[n]) = sum((A - r[None,:])^2)",
            "f(A[m,n], s[m]) = sum(A*s[:,None] + s[:,None]^2)",
            "f(x[n], b[m]) = sum(outer(x, b)^2)",
            "f(A[n,n], B[n,n]) = trace(A.T @ B) + sum(diag(A)*diag(B))",
            "f(x[n], A[n,n]) = sum(diag(x) @ A @ diag(x))",
            "f(x[n], y[n]) = dot(x, y)^2",
            "f(X[m,n], w[n]) = sum(X @ w)",
            "f(x[n]) = n*sum(x)",
            "f(P[b,m], R[m,n], x[n]) = sum(P @ (R @ x))",
            "f(Q[b,m,d], K[b,n,d]) = sum(tanh(Q @ transpose(K, (0, 2, 1))))",
            "f(x[n]) = sum(if(x > 1, x^2, log(x)))",
            "f(x[n]) = sum(where(x > 1 and x < 1.5, sqrt(x), 2*x))",
            "f(x[n], a) = sum(a*x + sin(a))",
            "f(x[n]) = sum([x[0], 2*x[1], x[0]*x[1]]^2)",
            "f(A[m,n]) = sum(A[1:,0]*A[:-1,-1])",
            "f(A[m,n], x[n]) = norm(A @ x + ones(m))^3",
            "f(A[m,n]) = mse(A, eye(m) @ A^2)"})
    void agreeWithScalars(String definition) {
        ArrayUnderTest function = ArrayUnderTest.of(definition);
        boolean needsTwo = definition.contains("x[1]") || definition.contains("[1:");
        agree(function, function.distinct());
        agree(function, function.all(needsTwo ? 2 : 1));
        agree(function, function.all(2));
    }

    private static void agree(ArrayUnderTest function, Map<String, Long> sizes) {
        double[][] point = function.point(sizes, 7);
        assertClose("value", function.loops(function.value(), sizes, point),
                function.elements(function.value(), sizes, point));
        List<Expr> gradient = Reverse.gradient(function.value(), function.variables());
        for (int i = 0; i < gradient.size(); i++) {
            Variable variable = function.variables().get(i);
            assertThat(gradient.get(i).shape()).isEqualTo(variable.shape());
            double[] expected = function.scalarGradient(variable, sizes, point);
            assertClose("loops " + variable, function.loops(gradient.get(i), sizes, point), expected);
            assertClose("elements " + variable, function.elements(gradient.get(i), sizes, point), expected);
            Expr forward = Forward.derivative(function.value(), variable);
            assertThat(forward.shape()).isEqualTo(variable.shape());
            assertClose("forward " + variable, function.loops(forward, sizes, point), expected);
        }
    }

    static void assertClose(String what, double[] found, double[] expected) {
        double size = 1;
        for (double value : expected) {
            size = Math.max(size, Math.abs(value));
        }
        assertThat(found).as(what).hasSameSizeAs(expected);
        assertThat(found).as(what).containsExactly(expected, Offset.offset(1e-12 * size));
    }
}
