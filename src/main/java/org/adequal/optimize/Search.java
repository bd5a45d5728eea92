package org.adequal.optimize;

/**
 * A search that is over.
 *
 * @param start      where it began, with the value there
 * @param last       where it ended
 * @param best       the lowest point it met
 * @param gradient   the gradient at the last point, as the method saw it
 * @param steps      how many steps it made
 * @param ending     why it ended
 * @param path       the points on the way
 * @param turnings   how many of the last {@link #remembered} steps went against the step before
 * @param remembered how many of the last steps were looked at
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Search(Path.Stop start, Path.Stop last, Path.Stop best, double[] gradient, long steps, Ending ending,
        Path path, int turnings, int remembered) {}
