package org.rollscope.export;

/** What one second of a session amounts to in a training log. */
final class FitSecond {
    /** A tile is in use from here on, as in the contact model. */
    private static final double ACTIVE_KPA = 2;

    private final int meanIndex;
    private final int peakIndex;
    private final int firstPadIndex;
    private final int padCount;
    private double pressureSumKpa;
    private double peakKpa;
    private int frameCount;
    private int activeCount;

    FitSecond(ExportedSession session) {
        Table samples = session.tables().samples();
        meanIndex = samples.indexOf("mean_pressure_kpa");
        peakIndex = samples.indexOf("peak_pressure_kpa");
        firstPadIndex = samples.indexOf(SampleTables.padKey(0) + "_kpa");
        padCount = session.record().hello().padCount();
    }

    void restart() {
        pressureSumKpa = 0;
        peakKpa = 0;
        frameCount = 0;
        activeCount = 0;
    }

    void accept(SampleRow row) {
        frameCount++;
        pressureSumKpa += row.sample(meanIndex);
        peakKpa = Math.max(peakKpa, row.sample(peakIndex));
        int active = 0;
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            active += row.sample(firstPadIndex + padIndex) > ACTIVE_KPA ? 1 : 0;
        }
        activeCount = Math.max(activeCount, active);
    }

    boolean isEmpty() {
        return frameCount == 0;
    }

    float meanKpa() {
        return frameCount == 0 ? 0 : (float) (pressureSumKpa / frameCount);
    }

    float peakKpa() {
        return (float) peakKpa;
    }

    int activeCount() {
        return activeCount;
    }
}
