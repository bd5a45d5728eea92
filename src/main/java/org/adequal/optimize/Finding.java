package org.adequal.optimize;

import java.util.List;
import java.util.Optional;

import org.adequal.check.PointResult;

/**
 * What a search found.
 *
 * @param method     by which it searched
 * @param result     the last point's value, slopes and status; empty where these are not asked for
 * @param kind       what kind of point it is at, or next to
 * @param distance   how far the stationary point of that kind is from the last point
 * @param curvatures the eigenvalues of the Hessian there, falling; empty where there is none
 * @param remarks    what went wrong
 */
public record Finding(Method method, Search search, Optional<PointResult> result, Kind kind, double distance,
        double[] curvatures, List<Remark> remarks) {

    /** Looks at the last point of a search, and at how it got there. */
    public static Finding of(Method method, Objective objective, Search search) {
        double[] point = search.last().point();
        Optional<PointResult> result = objective.examine(point);
        Kind stated = result.map(Finding::stated).orElse(Kind.UNKNOWN);
        Stationary around = stated == Kind.UNKNOWN
                ? Stationary.near(objective, point)
                : new Stationary(stated, point, 0, new double[0]);
        List<Remark> remarks = new Diagnosis(method, objective, search, result, around).remarks();
        return new Finding(method, search, result, around.kind(), around.distance(), around.curvatures(), remarks);
    }

    /** What the status alone says; unknown where slopes and curvatures are to be looked at. */
    private static Kind stated(PointResult result) {
        if (result.isUndefined() || !result.value().exists() || result.value().overflows()) {
            return Kind.NOWHERE;
        }
        return switch (result.status()) {
            case SMOOTH -> Kind.UNKNOWN;
            case UNDEFINED -> Kind.NOWHERE;
            case JUMP, OSCILLATING, EDGE, INFINITE, KINK, UNKNOWN -> Kind.UNSMOOTH;
        };
    }

    /** Whether there is a remark of a cause. */
    public boolean remarks(Remark.Cause cause) {
        return remarks.stream().anyMatch(remark -> remark.cause() == cause);
    }
}
