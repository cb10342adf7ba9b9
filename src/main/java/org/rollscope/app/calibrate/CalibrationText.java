package org.rollscope.app.calibrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.calibration.CalibrationStep;
import org.rollscope.calibration.LoadCheck;
import org.rollscope.calibration.PadCalibration;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.SheetRow;
import org.rollscope.frame.PadGeometry;

/** What a calibration says to people: what to do, what was read, what came out. */
final class CalibrationText {
    private static final double DEG_PER_RAD = 180 / Math.PI;
    /** Differences between repeats from which on a pad is doubtful: a tenth; chosen by us, record 0014. */
    private static final double DOUBTFUL_REPEATS_RATIO = 0.10;
    /** Spread about the curve from which on a pad is doubtful: the vendor's accuracy ends at a quarter. */
    private static final double DOUBTFUL_RESIDUAL_RATIO = 0.25;

    private CalibrationText() {}

    static String prompt(CalibrationStep step) {
        String pad = "pad " + step.padIndex();
        String mass = mass(step.loadN());
        return switch (step.kind()) {
            case STILL ->
                "Put the roller into its cradle, nothing on it, and leave it alone. Enter when it lies still.";
            case CONDITION -> pad + ": put the puck on it and press ten times with " + mass + ", a second each. Enter.";
            case EMPTY -> pad + ", repeat " + (step.repeatIndex() + 1) + ": take everything off. Enter; then wait.";
            case LOAD ->
                pad + ", " + (step.loading() ? "up" : "down") + ": put " + mass
                        + " on the puck. Enter when it is at rest.";
            case LAY ->
                String.format(
                        Locale.ROOT,
                        "whole roller: turn column %d up (%.0f degrees) and lay %s across the middle on a soft pad. Enter.",
                        step.padIndex(),
                        step.upRad() * DEG_PER_RAD,
                        mass);
        };
    }

    private static String mass(double loadN) {
        return String.format(Locale.ROOT, "%.4g kg (%.1f N)", loadN / CalibrationPlan.GRAVITY_M_PER_S2, loadN);
    }

    /** What was read, in a line; empty for what needs none. */
    static String taken(SheetRow row) {
        return switch (row.kind()) {
            case GYRO -> row.padIndex() == 2 ? "  the motion sensor has been read" : "";
            case EMPTY, LOAD -> String.format(Locale.ROOT, "  %.1f N: %.1f counts", row.loadN(), row.meanCounts());
            case LAY -> row.padIndex() == 0 ? "  the whole roller has been read" : "";
            case NO_LOAD, NO_LAY -> String.format(Locale.ROOT, "  %.1f N is left out", row.loadN());
            case NO_PAD -> "  pad " + row.padIndex() + " is left out: it will be flagged as uncalibrated";
        };
    }

    /** A table of all pads, the worst one, and the whole roller. */
    static void print(PrintWriter out, RollerCalibration calibration) {
        PadGeometry geometry = PadGeometry.of(calibration.geometryId());
        out.printf("%nboard %s, calibration %s%n", calibration.boardSerial(), calibration.calibrationId());
        out.printf(
                "%5s %4s %6s %13s %9s %11s %8s  %s%n",
                "pad", "row", "column", "range", "residual", "hysteresis", "repeats", "");
        for (int padIndex = 0; padIndex < calibration.pads().size(); padIndex++) {
            PadCalibration pad = calibration.pads().get(padIndex);
            out.printf(
                    Locale.ROOT,
                    "%5d %4d %6d %5.1f..%4.0f N %7.1f %% %9.1f %% %6.1f %%  %s%n",
                    padIndex,
                    geometry.rowIndex(padIndex),
                    geometry.columnIndex(padIndex),
                    pad.lowestForceN(),
                    pad.highestForceN(),
                    100 * pad.residualRatio(),
                    100 * pad.hysteresisRatio(),
                    100 * repeats(calibration, pad),
                    verdict(calibration, pad));
        }
        int worstIndex = worst(calibration);
        out.printf(
                Locale.ROOT,
                "%n%d of %d pads are calibrated; a force is good to %.0f %% (one standard error); worst: pad %d%n",
                calibration.usablePadCount(),
                calibration.pads().size(),
                100 * calibration.forceErrorRatio(),
                worstIndex);
        checks(out, calibration);
    }

    private static void checks(PrintWriter out, RollerCalibration calibration) {
        List<LoadCheck> checks = calibration.loadChecks();
        for (LoadCheck check : checks) {
            out.printf(
                    Locale.ROOT,
                    "whole roller, %4.0f degrees up: %5.0f N of %5.0f N (%+.1f %%)%n",
                    check.upRad() * DEG_PER_RAD,
                    check.limbForceN(),
                    check.loadN(),
                    100 * (check.limbForceN() / check.loadN() - 1));
        }
        if (checks.isEmpty()) {
            out.println("not checked with masses across it");
        } else if (calibration.commonGainRatio() == 1) {
            out.println("the sums are right within 10 %: no common gain");
        } else {
            out.printf(
                    Locale.ROOT,
                    "the sums are off by more than 10 %%: every force is multiplied by %.3f%n",
                    calibration.commonGainRatio());
        }
    }

    static double repeats(RollerCalibration calibration, PadCalibration pad) {
        return pad.repeatabilityRatio(1 << calibration.adcBits());
    }

    static String verdict(RollerCalibration calibration, PadCalibration pad) {
        if (!pad.hasCurve()) {
            return "no curve: left out";
        }
        boolean doubtful =
                repeats(calibration, pad) > DOUBTFUL_REPEATS_RATIO || pad.residualRatio() > DOUBTFUL_RESIDUAL_RATIO;
        return doubtful ? "doubtful: measure again or replace" : "";
    }

    private static int worst(RollerCalibration calibration) {
        return IntStream.range(0, calibration.pads().size())
                .boxed()
                .max(Comparator.comparingDouble(padIndex -> {
                    PadCalibration pad = calibration.pads().get(padIndex);
                    return pad.hasCurve() ? pad.residualRatio() : Double.POSITIVE_INFINITY;
                }))
                .orElseThrow();
    }

    /** The same as a document. */
    static ObjectNode document(RollerCalibration calibration, String file) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.calibration-report/1")
                .put("calibration_id", calibration.calibrationId())
                .put("board_serial", calibration.boardSerial())
                .put("file", file)
                .put("usable_pad_count", calibration.usablePadCount())
                .put("force_error_ratio", calibration.forceErrorRatio())
                .put("common_gain_ratio", calibration.commonGainRatio())
                .put("tared", !calibration.tareCounts().isEmpty())
                .put("worst_pad_index", worst(calibration));
        ArrayNode pads = document.putArray("pads");
        for (int padIndex = 0; padIndex < calibration.pads().size(); padIndex++) {
            PadCalibration pad = calibration.pads().get(padIndex);
            pads.addObject()
                    .put("pad_index", padIndex)
                    .put("usable", pad.hasCurve())
                    .put("lowest_force_n", pad.lowestForceN())
                    .put("highest_force_n", pad.highestForceN())
                    .put("residual_ratio", pad.residualRatio())
                    .put("hysteresis_ratio", pad.hysteresisRatio())
                    .put("repeatability_ratio", repeats(calibration, pad));
        }
        return document;
    }
}
