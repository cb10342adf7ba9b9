package org.rollscope.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link BandPass} as a textbook has it: poles of the analogue Butterworth filter, the bilinear transform, and difference equations
 * over everything that came before. Slow.
 */
public final class SlowBandPass {
    private final List<Stage> stages;

    public SlowBandPass(double lowHz, double highHz, double rateHz) {
        stages = List.of(
                new Stage(highHz, rateHz),
                new Stage(highHz, rateHz),
                new Stage(lowHz, rateHz),
                new Stage(lowHz, rateHz));
    }

    public double next(double x) {
        double smooth = stages.get(1).next(stages.get(0).next(x));
        double once = smooth - stages.get(2).next(smooth);
        return once - stages.get(3).next(once);
    }

    private static final class Stage {
        private final double gain;
        private final double poleSum;
        private final double poleProduct;
        private final List<Double> in = new ArrayList<>();
        private final List<Double> out = new ArrayList<>();

        Stage(double cutoffHz, double rateHz) {
            // Warped to rad/s; poles of s^2 + sqrt(2) w s + w^2 at -w/sqrt(2) (1 +- i).
            double w = 2 * rateHz * Math.tan(Math.PI * cutoffHz / rateHz);
            double real = -w / Math.sqrt(2);
            double imaginary = w / Math.sqrt(2);
            // z = (2 f + s) / (2 f - s)
            double f = 2 * rateHz;
            double below = (f - real) * (f - real) + imaginary * imaginary;
            double zReal = ((f + real) * (f - real) - imaginary * imaginary) / below;
            double zImaginary = 2 * f * imaginary / below;
            poleSum = 2 * zReal;
            poleProduct = zReal * zReal + zImaginary * zImaginary;
            // Nothing is lost of a constant: both zeros are at -1.
            gain = (1 - poleSum + poleProduct) / 4;
        }

        double next(double x) {
            if (in.isEmpty()) {
                in.add(x);
                in.add(x);
                out.add(x);
                out.add(x);
            }
            in.add(x);
            int last = in.size() - 1;
            double y = gain * (in.get(last) + 2 * in.get(last - 1) + in.get(last - 2))
                    + poleSum * out.get(last - 1)
                    - poleProduct * out.get(last - 2);
            out.add(y);
            return y;
        }
    }
}
