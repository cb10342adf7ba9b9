package org.rollscope.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;

/**
 * All readings of one roller so far: what a calibration is computed from, today and by anyone later.
 *
 * <p><b>Threads.</b> One.
 */
public final class CalibrationSheet {
    private static final double MOTION_FULL_COUNTS = 32768;
    /** Half width of the limb's side; domain study 9.1. */
    private static final double LIMB_HALF_WIDTH_RAD = 70 * Math.PI / 180;
    /** Error of the sum up to which pads are taken as they are; domain study 5.4. */
    private static final double CHECK_TOLERANCE_RATIO = 0.10;

    private final BoardHello hello;
    private final List<SheetRow> rows = new ArrayList<>();

    /**
     * Begins an empty sheet.
     *
     * @param hello of the board that is calibrated.
     */
    public CalibrationSheet(BoardHello hello) {
        this.hello = hello;
    }

    /**
     * What a calibration says about itself besides what was measured.
     *
     * @param calibrationId unique name.
     * @param date day, ISO-8601.
     * @param operator who measured.
     * @param referenceInstrument what the loads were known from.
     * @param ambientTemperatureDegC temperature of the room.
     */
    public record Heading(
            String calibrationId,
            String date,
            String operator,
            String referenceInstrument,
            double ambientTemperatureDegC) {}

    /** Adds a reading; one that was taken before is replaced, and a pad's empty reading begins its repeat anew. */
    public void add(SheetRow row) {
        rows.removeIf(other -> isReplaced(other, row));
        rows.add(row);
    }

    private static boolean isReplaced(SheetRow old, SheetRow row) {
        boolean samePlace = old.padIndex() == row.padIndex() && old.repeatIndex() == row.repeatIndex();
        boolean ofPads = old.kind() == SheetRow.Kind.EMPTY
                || old.kind() == SheetRow.Kind.LOAD
                || old.kind() == SheetRow.Kind.NO_LOAD;
        return samePlace && (row.kind() == SheetRow.Kind.EMPTY ? ofPads : isSame(old, row));
    }

    private static boolean isSame(SheetRow old, SheetRow row) {
        return old.kind() == row.kind() && old.loading() == row.loading() && old.loadN() == row.loadN();
    }

    /** All rows, in the order in which they were taken. */
    public List<SheetRow> rows() {
        return List.copyOf(rows);
    }

    Stream<SheetRow> rows(SheetRow.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind);
    }

    /** Whether a pad was left out. */
    boolean isLeftOut(int padIndex) {
        return rows(SheetRow.Kind.NO_PAD).anyMatch(row -> row.padIndex() == padIndex);
    }

    /** How many loads of a repeat have been read or left out. */
    int loadCount(int padIndex, int repeatIndex) {
        return (int) rows.stream()
                .filter(row -> row.kind() == SheetRow.Kind.LOAD || row.kind() == SheetRow.Kind.NO_LOAD)
                .filter(row -> row.padIndex() == padIndex && row.repeatIndex() == repeatIndex)
                .count();
    }

    /** Curves of all pads so far; a pad whose readings give none is unusable. */
    public List<PadCalibration> pads() {
        List<PadCalibration> pads = new ArrayList<>();
        for (int padIndex = 0; padIndex < hello.padCount(); padIndex++) {
            pads.add(pad(padIndex));
        }
        return pads;
    }

    private PadCalibration pad(int padIndex) {
        List<CalibrationPoint> points = rows(SheetRow.Kind.LOAD)
                .filter(row -> row.padIndex() == padIndex)
                .map(row -> new CalibrationPoint(row.loadN(), row.meanCounts(), row.loading()))
                .toList();
        if (isLeftOut(padIndex)) {
            return PadCalibration.unusable(points);
        }
        try {
            return PadCalibrationFit.fit(points, hello.adcBits());
        } catch (IllegalArgumentException noCurve) {
            return PadCalibration.unusable(points);
        }
    }

    /** Known weights laid on the whole roller, with what these curves make of them. */
    public List<LoadCheck> loadChecks(List<PadCalibration> pads) {
        List<LoadCheck> checks = new ArrayList<>();
        PadGeometry geometry = PadGeometry.of(hello.geometryId());
        double fullCounts = 1 << hello.adcBits();
        for (SheetRow first :
                rows(SheetRow.Kind.LAY).filter(row -> row.padIndex() == 0).toList()) {
            double limbForceN = rows(SheetRow.Kind.LAY)
                    .filter(row -> row.repeatIndex() == first.repeatIndex() && row.loadN() == first.loadN())
                    .filter(row -> Math.abs(Math.IEEEremainder(
                                    geometry.columnAngleRad(row.padIndex()) - first.upRad(), 2 * Math.PI))
                            <= LIMB_HALF_WIDTH_RAD)
                    .mapToDouble(row -> forceN(pads.get(row.padIndex()), row.meanCounts(), fullCounts))
                    .sum();
            checks.add(new LoadCheck(first.loadN(), limbForceN, first.upRad()));
        }
        return checks;
    }

    private static double forceN(PadCalibration pad, double meanCounts, double fullCounts) {
        boolean felt = pad.hasCurve() && meanCounts >= 1 && meanCounts < fullCounts - 1;
        return felt ? Math.min(pad.highestForceN(), pad.forceN(meanCounts, fullCounts)) : 0;
    }

    /** The gain that all pads need: 1 while the sums are right within a tenth. */
    static double commonGainRatio(List<LoadCheck> checks) {
        double loadN = checks.stream().mapToDouble(LoadCheck::loadN).sum();
        double limbForceN = checks.stream().mapToDouble(LoadCheck::limbForceN).sum();
        boolean right = Math.abs(limbForceN - loadN) <= CHECK_TOLERANCE_RATIO * loadN;
        return checks.isEmpty() || right ? 1 : loadN / limbForceN;
    }

    /**
     * The calibration that these readings give.
     *
     * @throws IllegalArgumentException when they give none: says why.
     */
    public RollerCalibration calibration(Heading heading, String procedureVersion) {
        List<PadCalibration> pads = pads();
        List<LoadCheck> checks = loadChecks(pads);
        return new RollerCalibration(
                heading.calibrationId(),
                hello.boardSerial(),
                hello.geometryId(),
                heading.date(),
                heading.operator(),
                procedureVersion,
                heading.referenceInstrument(),
                heading.ambientTemperatureDegC(),
                hello.adcBits(),
                pads,
                List.of(gyroOffsetRadPerS(0), gyroOffsetRadPerS(1), gyroOffsetRadPerS(2)),
                checks,
                commonGainRatio(checks),
                List.of());
    }

    private double gyroOffsetRadPerS(int axisIndex) {
        Optional<SheetRow> axis = rows(SheetRow.Kind.GYRO)
                .filter(row -> row.padIndex() == axisIndex)
                .findFirst();
        return axis.map(row -> row.meanCounts() * hello.gyroFullScaleRadPerS() / MOTION_FULL_COUNTS)
                .orElseThrow(() -> new IllegalArgumentException("the motion sensor was not read at rest"));
    }
}
