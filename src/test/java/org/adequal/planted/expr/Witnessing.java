package org.adequal.planted.expr;

import org.apache.commons.math3.util.FastMath;

/** Breaks: expressions do not lean on Commons Math. */
public final class Witnessing {
    double sine(double x) {
        return FastMath.sin(x);
    }
}
