package org.rollscope.evaluation;

import java.util.function.ToDoubleFunction;

/**
 * The Cramer-Rao bound of what pads can tell of a contact: no unbiased estimate has a smaller standard error, whatever its method.
 *
 * <p>Five numbers are unknown: log force, place around, place along, log half axis around, log shape (half axis along over around).
 * Shape and size are known beforehand with a standard error, the size hardly; nothing else is. Only the mean of a reading
 * tells of the contact, not the size of its error, which adds nothing of weight. <b>Threads.</b> Immutable.
 */
final class ErrorBound {
    static final int UNKNOWN_COUNT = 5;
    /**
     * Standard error of the log half axis beforehand: tissue half or twice as stiff as usual moves it by 0.17. It only
     * counts where a contact lies within so few tiles that they leave the size open.
     */
    static final double SIZE_ERROR_RATIO = 0.2;

    private static final int SIZE_INDEX = 3;
    private static final int SHAPE_INDEX = 4;
    /** Nudges of the unknowns: relative, or millimetres. */
    private static final double[] NUDGES = {1e-3, 0.05, 0.05, 1e-3, 1e-3};

    private final ContactEllipse contact;
    private final double[][] covarianceRatio;

    /**
     * Computes it.
     *
     * @param layout of the pads.
     * @param contact that is pressed.
     * @param error of each pad.
     * @param shapeErrorRatio standard error of the log shape beforehand, over 0.
     */
    ErrorBound(PadLayout layout, ContactEllipse contact, PadError error, double shapeErrorRatio) {
        this.contact = contact;
        double[][] slopes = slopes(layout, contact);
        double[] padForceN = contact.padForceN(layout);
        double[][] knowledge = new double[UNKNOWN_COUNT][UNKNOWN_COUNT];
        for (int one = 0; one < UNKNOWN_COUNT; one++) {
            for (int other = 0; other < UNKNOWN_COUNT; other++) {
                for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
                    knowledge[one][other] +=
                            slopes[one][padIndex] * slopes[other][padIndex] / error.varianceN2(padForceN[padIndex]);
                }
            }
        }
        knowledge[SIZE_INDEX][SIZE_INDEX] += 1 / (SIZE_ERROR_RATIO * SIZE_ERROR_RATIO);
        knowledge[SHAPE_INDEX][SHAPE_INDEX] += 1 / (shapeErrorRatio * shapeErrorRatio);
        covarianceRatio = inverse(knowledge);
    }

    /** How each pad's force moves with each unknown. */
    static double[][] slopes(PadLayout layout, ContactEllipse contact) {
        double[][] slopes = new double[UNKNOWN_COUNT][];
        for (int unknownIndex = 0; unknownIndex < UNKNOWN_COUNT; unknownIndex++) {
            double nudge = NUDGES[unknownIndex];
            slopes[unknownIndex] = moved(contact, unknownIndex, nudge).padForceN(layout);
            double[] back = moved(contact, unknownIndex, -nudge).padForceN(layout);
            for (int padIndex = 0; padIndex < back.length; padIndex++) {
                slopes[unknownIndex][padIndex] = (slopes[unknownIndex][padIndex] - back[padIndex]) / (2 * nudge);
            }
        }
        return slopes;
    }

    /** The contact with one of the unknowns changed: by a part of itself, a place by millimetres. */
    static ContactEllipse moved(ContactEllipse from, int unknownIndex, double stepRatio) {
        double factor = StrictMath.exp(stepRatio);
        return switch (unknownIndex) {
            case 0 ->
                new ContactEllipse(
                        from.forceN() * factor,
                        from.aroundMm(),
                        from.alongMm(),
                        from.halfAroundMm(),
                        from.halfAlongMm());
            case 1 -> from.at(from.aroundMm() + stepRatio, from.alongMm());
            case 2 -> from.at(from.aroundMm(), from.alongMm() + stepRatio);
            case 3 ->
                new ContactEllipse(
                        from.forceN(),
                        from.aroundMm(),
                        from.alongMm(),
                        from.halfAroundMm() * factor,
                        from.halfAlongMm() * factor);
            default ->
                new ContactEllipse(
                        from.forceN(),
                        from.aroundMm(),
                        from.alongMm(),
                        from.halfAroundMm(),
                        from.halfAlongMm() * factor);
        };
    }

    /** Gauss and Jordan, the largest pivot first. */
    static double[][] inverse(double[][] matrixRatio) {
        int size = matrixRatio.length;
        double[][] rows = new double[size][2 * size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(matrixRatio[row], 0, rows[row], 0, size);
            rows[row][size + row] = 1;
        }
        for (int column = 0; column < size; column++) {
            int best = column;
            for (int row = column + 1; row < size; row++) {
                best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[column];
            rows[column] = pivot;
            double scale = pivot[column];
            for (int index = 0; index < 2 * size; index++) {
                pivot[index] /= scale;
            }
            for (int row = 0; row < size; row++) {
                double times = row == column ? 0 : rows[row][column];
                for (int index = 0; times != 0 && index < 2 * size; index++) {
                    rows[row][index] -= times * pivot[index];
                }
            }
        }
        double[][] inverse = new double[size][];
        for (int row = 0; row < size; row++) {
            inverse[row] = java.util.Arrays.copyOfRange(rows[row], size, 2 * size);
        }
        return inverse;
    }

    /**
     * Standard error of a quantity's logarithm.
     *
     * @param quantity over 0, of a contact.
     * @return smallest relative standard error.
     */
    double errorRatio(ToDoubleFunction<ContactEllipse> quantity) {
        double[] slopes = new double[UNKNOWN_COUNT];
        for (int unknownIndex = 0; unknownIndex < UNKNOWN_COUNT; unknownIndex++) {
            double nudge = NUDGES[unknownIndex];
            slopes[unknownIndex] = StrictMath.log(quantity.applyAsDouble(moved(contact, unknownIndex, nudge))
                            / quantity.applyAsDouble(moved(contact, unknownIndex, -nudge)))
                    / (2 * nudge);
        }
        double variance = 0;
        for (int one = 0; one < UNKNOWN_COUNT; one++) {
            for (int other = 0; other < UNKNOWN_COUNT; other++) {
                variance += slopes[one] * covarianceRatio[one][other] * slopes[other];
            }
        }
        return Math.sqrt(variance);
    }
}
