package org.rollscope.calibration;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;

/**
 * Leads through a calibration: asks for every step, reads, refuses what is no good, and keeps the rest on a sheet.
 *
 * <p>Goes on where its sheet ends; a repeat that was broken off begins anew, since a pad remembers what lay on it.
 *
 * <p><b>Source.</b> {@code hardware/calibration/procedure.md}. <b>Threads.</b> One.
 */
public final class CalibrationProcedure {
    /** Version of {@code hardware/calibration/procedure.md} that this carries out. */
    public static final String VERSION = "2";

    /** Pads are taken in steps of so many, so that drift does not look like position; prime to every number of pads. */
    private static final int PAD_STRIDE_COUNT = 29;
    /** Share of a weight that the limb's side must feel before it is believed to lie across the middle. */
    private static final double LAID_FROM_RATIO = 0.5;

    private static final double LAID_TO_RATIO = 2;

    private final CalibrationPlan plan;
    private final BoardHello hello;
    private final CalibrationSheet sheet;
    private final CalibrationHands hands;
    private final ReadingJudge judge;
    private final double[] emptyCounts;

    /**
     * Prepares.
     *
     * @param plan loads and times.
     * @param hello of the board.
     * @param sheet what was read before; what is read is added.
     * @param hands who does it.
     */
    public CalibrationProcedure(
            CalibrationPlan plan, BoardHello hello, CalibrationSheet sheet, CalibrationHands hands) {
        this.plan = plan;
        this.hello = hello;
        this.sheet = sheet;
        this.hands = hands;
        judge = new ReadingJudge(hello);
        emptyCounts = new double[hello.padCount()];
    }

    /** Why a reading cannot be used; null when it can. */
    private interface Refusal {
        @Nullable
        String of(BenchReading reading);
    }

    /**
     * Goes on to the end, or until somebody stops.
     *
     * @return whether everything has been read.
     */
    public boolean run() {
        if (sheet.rows(SheetRow.Kind.GYRO).count() < 3 && !still()) {
            return false;
        }
        for (int orderIndex = 0; orderIndex < hello.padCount(); orderIndex++) {
            if (!pad(orderIndex * PAD_STRIDE_COUNT % hello.padCount())) {
                return false;
            }
        }
        return checks();
    }

    /** How many pads have been read or left out. */
    public static int padDoneCount(CalibrationPlan plan, CalibrationSheet sheet, int padCount) {
        int doneCount = 0;
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            boolean lastDone = sheet.loadCount(padIndex, plan.repeatCount() - 1) >= loadCount(plan);
            doneCount += lastDone || sheet.isLeftOut(padIndex) ? 1 : 0;
        }
        return doneCount;
    }

    private static int loadCount(CalibrationPlan plan) {
        return 2 * plan.loadsN().size() - 1;
    }

    private boolean still() {
        CalibrationStep step = CalibrationStep.of(CalibrationStep.Kind.STILL, 0, 0, 0, true);
        BenchReading reading = new BenchReading(hello.padCount());
        if (measure(step, plan.settleMs(), 5 * plan.readMs(), reading, judge::still) != CalibrationHands.Answer.DONE) {
            return false;
        }
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            take(new SheetRow(SheetRow.Kind.GYRO, axisIndex, 0, true, 0, reading.gyroMeanCounts(axisIndex), 0));
        }
        return true;
    }

    private boolean pad(int padIndex) {
        boolean conditioned = plan.conditioningCount() == 0;
        for (int repeatIndex = 0; repeatIndex < plan.repeatCount(); repeatIndex++) {
            if (sheet.isLeftOut(padIndex)) {
                return true;
            }
            if (sheet.loadCount(padIndex, repeatIndex) < loadCount(plan)) {
                CalibrationHands.Answer answer = conditioned
                        ? CalibrationHands.Answer.DONE
                        : hands.ask(CalibrationStep.of(
                                CalibrationStep.Kind.CONDITION, padIndex, plan.conditioningLoadN(), repeatIndex, true));
                conditioned = true;
                answer = answer == CalibrationHands.Answer.DONE ? repeat(padIndex, repeatIndex) : answer;
                if (answer == CalibrationHands.Answer.STOP) {
                    return false;
                }
                if (answer == CalibrationHands.Answer.LEAVE_PAD) {
                    take(new SheetRow(SheetRow.Kind.NO_PAD, padIndex, 0, true, 0, 0, 0));
                }
            }
        }
        return true;
    }

    private CalibrationHands.Answer repeat(int padIndex, int repeatIndex) {
        BenchReading empty = new BenchReading(hello.padCount());
        CalibrationStep step = CalibrationStep.of(CalibrationStep.Kind.EMPTY, padIndex, 0, repeatIndex, true);
        CalibrationHands.Answer answer = measure(
                step,
                Math.max(plan.restMs(), plan.settleMs()),
                plan.readMs(),
                empty,
                one -> judge.empty(one, padIndex));
        if (answer != CalibrationHands.Answer.DONE) {
            return answer == CalibrationHands.Answer.LEAVE_LOAD ? CalibrationHands.Answer.LEAVE_PAD : answer;
        }
        for (int otherIndex = 0; otherIndex < emptyCounts.length; otherIndex++) {
            emptyCounts[otherIndex] = empty.meanCounts(otherIndex);
        }
        take(new SheetRow(SheetRow.Kind.EMPTY, padIndex, repeatIndex, true, 0, emptyCounts[padIndex], 0));
        double beforeCounts = Double.NaN;
        int size = plan.loadsN().size();
        for (int placeIndex = 0; placeIndex < 2 * size - 1; placeIndex++) {
            boolean loading = placeIndex < size;
            double loadN = plan.loadsN().get(loading ? placeIndex : 2 * size - 2 - placeIndex);
            BenchReading reading = new BenchReading(hello.padCount());
            double comparedCounts = beforeCounts;
            answer = measure(
                    CalibrationStep.of(CalibrationStep.Kind.LOAD, padIndex, loadN, repeatIndex, loading),
                    plan.settleMs(),
                    plan.readMs(),
                    reading,
                    one -> judge.load(one, padIndex, emptyCounts, comparedCounts, loading));
            if (answer == CalibrationHands.Answer.STOP || answer == CalibrationHands.Answer.LEAVE_PAD) {
                return answer;
            }
            boolean done = answer == CalibrationHands.Answer.DONE;
            beforeCounts = done ? reading.meanCounts(padIndex) : beforeCounts;
            SheetRow.Kind kind = done ? SheetRow.Kind.LOAD : SheetRow.Kind.NO_LOAD;
            take(new SheetRow(kind, padIndex, repeatIndex, loading, loadN, done ? beforeCounts : 0, 0));
        }
        return CalibrationHands.Answer.DONE;
    }

    private boolean checks() {
        for (int turnIndex = 0; turnIndex < plan.checkTurnCount(); turnIndex++) {
            for (double loadN : plan.checkLoadsN()) {
                int number = turnIndex;
                boolean known = sheet.rows().stream()
                        .filter(row -> row.kind() == SheetRow.Kind.LAY || row.kind() == SheetRow.Kind.NO_LAY)
                        .anyMatch(row -> row.repeatIndex() == number && row.loadN() == loadN);
                if (!known && !check(turnIndex, loadN)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean check(int turnIndex, double loadN) {
        PadGeometry geometry = PadGeometry.of(hello.geometryId());
        int columnIndex = turnIndex * geometry.columnCount() / plan.checkTurnCount();
        BenchReading reading = new BenchReading(hello.padCount());
        CalibrationStep step = new CalibrationStep(
                CalibrationStep.Kind.LAY, columnIndex, loadN, turnIndex, true, geometry.columnAngleRad(columnIndex));
        CalibrationHands.Answer answer =
                measure(step, plan.settleMs(), plan.readMs(), reading, one -> laid(one, turnIndex, loadN));
        if (answer == CalibrationHands.Answer.STOP) {
            return false;
        }
        if (answer == CalibrationHands.Answer.DONE) {
            rows(reading, turnIndex, loadN).forEach(this::take);
        } else {
            take(new SheetRow(SheetRow.Kind.NO_LAY, 0, turnIndex, true, loadN, 0, 0));
        }
        return true;
    }

    private java.util.List<SheetRow> rows(BenchReading reading, int turnIndex, double loadN) {
        return java.util.stream.IntStream.range(0, hello.padCount())
                .mapToObj(padIndex -> new SheetRow(
                        SheetRow.Kind.LAY,
                        padIndex,
                        turnIndex,
                        true,
                        loadN,
                        reading.meanCounts(padIndex),
                        reading.upRad()))
                .toList();
    }

    private @Nullable String laid(BenchReading reading, int turnIndex, double loadN) {
        String moving = judge.still(reading);
        if (moving != null) {
            return moving;
        }
        CalibrationSheet tried = new CalibrationSheet(hello);
        rows(reading, turnIndex, loadN).forEach(tried::add);
        double limbForceN = tried.loadChecks(sheet.pads()).get(0).limbForceN();
        boolean plausible = limbForceN >= LAID_FROM_RATIO * loadN && limbForceN <= LAID_TO_RATIO * loadN;
        return plausible
                ? null
                : "the upper side feels " + Math.round(limbForceN) + " N of " + Math.round(loadN)
                        + " N; is it the right mass, across the middle and on nothing else?";
    }

    private void take(SheetRow row) {
        sheet.add(row);
        hands.taken(row);
    }

    /** Asks and reads until a reading is good; the given reading holds it then. */
    private CalibrationHands.Answer measure(
            CalibrationStep step, int settleMs, int readMs, BenchReading reading, Refusal refusal) {
        while (true) {
            CalibrationHands.Answer answer = hands.ask(step);
            if (answer != CalibrationHands.Answer.DONE) {
                return answer;
            }
            reading.clear();
            if (!read(settleMs, readMs, reading)) {
                return CalibrationHands.Answer.STOP;
            }
            String why = refusal.of(reading);
            if (why == null) {
                return answer;
            }
            hands.refused(step, why);
        }
    }

    /** Waits and reads, by the board's clock; false when there are no more frames. */
    private boolean read(int settleMs, int readMs, BenchReading reading) {
        RawFrame frame = hands.nextFrame();
        if (frame == null) {
            return false;
        }
        long startUs = frame.deviceTimeUs();
        int bootIndex = frame.bootIndex();
        long readFromUs = startUs + settleMs * 1000L;
        while (frame != null && frame.deviceTimeUs() < readFromUs + readMs * 1000L) {
            if (frame.bootIndex() != bootIndex) {
                return read(settleMs, readMs, cleared(reading)); // the board began anew, and so does the reading
            }
            if (frame.deviceTimeUs() >= readFromUs) {
                reading.accept(frame);
            }
            frame = hands.nextFrame();
        }
        return frame != null;
    }

    private static BenchReading cleared(BenchReading reading) {
        reading.clear();
        return reading;
    }
}
