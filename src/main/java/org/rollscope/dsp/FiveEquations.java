package org.rollscope.dsp;

/**
 * Normal equations of a least-squares step with five unknowns, solved by Cholesky's rule without roots.
 *
 * <p>Written out, not looped: it is solved for every frame, and each sum is its own chain that the processor can run beside the
 * others. <b>Source.</b> LDL' as in Golub and Van Loan, Matrix Computations, 4.1.2. <b>Threads.</b> One; allocates nothing after its
 * start.
 */
public final class FiveEquations {
    /** How many are sought. */
    public static final int UNKNOWN_COUNT = 5;

    private final double[] diagonal = new double[UNKNOWN_COUNT];
    private final double[] right = new double[UNKNOWN_COUNT];
    private double n10;
    private double n20;
    private double n21;
    private double n30;
    private double n31;
    private double n32;
    private double n40;
    private double n41;
    private double n42;
    private double n43;

    /** Begins anew. */
    public void clear() {
        for (int index = 0; index < UNKNOWN_COUNT; index++) {
            diagonal[index] = 0;
            right[index] = 0;
        }
        n10 = 0;
        n20 = 0;
        n21 = 0;
        n30 = 0;
        n31 = 0;
        n32 = 0;
        n40 = 0;
        n41 = 0;
        n42 = 0;
        n43 = 0;
    }

    /**
     * Adds what one measurement says.
     *
     * @param slopes change of its model with each unknown, from an index on.
     * @param at that index.
     * @param missing measured less model.
     * @param weight one over the square of its standard error.
     */
    public void add(double[] slopes, int at, double missing, double weight) {
        double s0 = slopes[at];
        double s1 = slopes[at + 1];
        double s2 = slopes[at + 2];
        double s3 = slopes[at + 3];
        double s4 = slopes[at + 4];
        double weighted = missing * weight;
        right[0] += s0 * weighted;
        right[1] += s1 * weighted;
        right[2] += s2 * weighted;
        right[3] += s3 * weighted;
        right[4] += s4 * weighted;
        double w1 = s1 * weight;
        double w2 = s2 * weight;
        double w3 = s3 * weight;
        double w4 = s4 * weight;
        diagonal[0] += s0 * s0 * weight;
        diagonal[1] += s1 * w1;
        diagonal[2] += s2 * w2;
        diagonal[3] += s3 * w3;
        diagonal[4] += s4 * w4;
        n10 += s0 * w1;
        n20 += s0 * w2;
        n21 += s1 * w2;
        n30 += s0 * w3;
        n31 += s1 * w3;
        n32 += s2 * w3;
        n40 += s0 * w4;
        n41 += s1 * w4;
        n42 += s2 * w4;
        n43 += s3 * w4;
    }

    /** Adds what is expected of one unknown beforehand. */
    public void expect(int unknownIndex, double missing, double weight) {
        diagonal[unknownIndex] += weight;
        right[unknownIndex] += missing * weight;
    }

    /**
     * Solves them.
     *
     * @param into takes the step of each unknown.
     */
    public void solve(double[] into) {
        // n = l d l', column by column; what is named v is l d
        double i0 = 1 / diagonal[0];
        double l10 = n10 * i0;
        double l20 = n20 * i0;
        double l30 = n30 * i0;
        double l40 = n40 * i0;
        double i1 = 1 / (diagonal[1] - l10 * n10);
        double v21 = n21 - l20 * n10;
        double v31 = n31 - l30 * n10;
        double v41 = n41 - l40 * n10;
        double l21 = v21 * i1;
        double l31 = v31 * i1;
        double l41 = v41 * i1;
        double i2 = 1 / (diagonal[2] - l20 * n20 - l21 * v21);
        double v32 = n32 - l30 * n20 - l31 * v21;
        double v42 = n42 - l40 * n20 - l41 * v21;
        double l32 = v32 * i2;
        double l42 = v42 * i2;
        double i3 = 1 / (diagonal[3] - l30 * n30 - l31 * v31 - l32 * v32);
        double v43 = n43 - l40 * n30 - l41 * v31 - l42 * v32;
        double l43 = v43 * i3;
        double i4 = 1 / (diagonal[4] - l40 * n40 - l41 * v41 - l42 * v42 - l43 * v43);
        double y0 = right[0];
        double y1 = right[1] - l10 * y0;
        double y2 = right[2] - l20 * y0 - l21 * y1;
        double y3 = right[3] - l30 * y0 - l31 * y1 - l32 * y2;
        double y4 = right[4] - l40 * y0 - l41 * y1 - l42 * y2 - l43 * y3;
        double x4 = y4 * i4;
        double x3 = y3 * i3 - l43 * x4;
        double x2 = y2 * i2 - l32 * x3 - l42 * x4;
        double x1 = y1 * i1 - l21 * x2 - l31 * x3 - l41 * x4;
        into[0] = y0 * i0 - l10 * x1 - l20 * x2 - l30 * x3 - l40 * x4;
        into[1] = x1;
        into[2] = x2;
        into[3] = x3;
        into[4] = x4;
    }
}
