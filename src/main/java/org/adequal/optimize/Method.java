package org.adequal.optimize;

/** A way of looking for a least value. */
public interface Method {

    /** Its name as it is typed. */
    String name();

    /**
     * Looks for a point with a low value.
     *
     * @param start where to begin; not modified
     */
    Search minimize(Objective objective, double[] start, Limits limits, Monitor monitor);
}
