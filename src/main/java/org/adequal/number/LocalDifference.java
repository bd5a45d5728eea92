package org.adequal.number;

/**
 * The simplest difference quotient of an order and a side, from as few samples as will do.
 *
 * @param value the quotient, over the steps as realised in doubles; NaN where a sample is undefined
 * @param noise a bound for what noise of the samples, and rounding, did to it
 * @param parity from both sides: what the same samples say of the other parity, the mean of f(x + h) and f(x - h) less
 *     f(x) for the first derivative, the slope for the second; 0 from one side
 * @param parityNoise the noise of that
 */
record LocalDifference(double value, double noise, double parity, double parityNoise) {

    static LocalDifference of(Probe f, double x, double h, int order, Side side) {
        return side == Side.BOTH ? central(f, x, h, order) : single(f, x, side.sign() * h, order);
    }

    private static LocalDifference central(Probe f, double x, double h, int order) {
        Sample right = f.at(x + h);
        Sample left = f.at(x - h);
        Sample centre = f.at(x);
        double rightStep = (x + h) - x;
        double leftStep = x - (x - h);
        double width = (x + h) - (x - h);
        double forward = (right.value() - centre.value()) / rightStep;
        double backward = (centre.value() - left.value()) / leftStep;
        double rounding = Doubles.EPSILON * (Math.abs(forward) + Math.abs(backward));
        double slope = (right.value() - left.value()) / width;
        double second = 2 * (forward - backward) / width;
        double mean = ((right.value() - centre.value()) + (left.value() - centre.value())) / 2;
        double meanNoise = (right.noise() + left.noise()) / 2 + centre.noise() + rounding * width;
        // where x + h or x - h was rounded, the middle of the two is not x
        double shift = Math.abs(Doubles.sumError(x, h) + Doubles.sumError(x, -h)) / 2;
        double shifted = shift == 0 ? 0 : shift * Math.abs(second); // second may have overflowed
        double slopeNoise = (right.noise() + left.noise()) / width + Doubles.EPSILON * Math.abs(slope) + shifted;
        if (order == 1) {
            return new LocalDifference(slope, slopeNoise, mean, meanNoise + shift * Math.abs(slope));
        }
        return new LocalDifference(second, 2 * meanNoise / leftStep / rightStep, slope, slopeNoise);
    }

    private static LocalDifference single(Probe f, double x, double h, int order) {
        Sample centre = f.at(x);
        Sample near = f.at(x + h);
        double step = (x + h) - x;
        double slope = (near.value() - centre.value()) / step;
        double slopeNoise = (near.noise() + centre.noise()) / Math.abs(step) + Doubles.EPSILON * Math.abs(slope);
        if (order == 1) {
            return new LocalDifference(slope, slopeNoise, 0, 0);
        }
        Sample far = f.at(x + 2 * h);
        double farStep = (x + 2 * h) - x;
        double farSlope = (far.value() - near.value()) / (farStep - step);
        double farNoise = (far.noise() + near.noise()) / Math.abs(step) + Doubles.EPSILON * Math.abs(farSlope);
        double second = 2 * (farSlope - slope) / farStep;
        return new LocalDifference(second, 2 * (slopeNoise + farNoise) / Math.abs(farStep), 0, 0);
    }
}
