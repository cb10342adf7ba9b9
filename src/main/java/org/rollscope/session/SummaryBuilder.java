package org.rollscope.session;

import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;

/**
 * Adds up a session's summary, frame by frame and event by event.
 *
 * <p><b>Threads.</b> One.
 */
public final class SummaryBuilder {
    /** A longer gap between two frames adds nothing to the times under pressure. */
    private static final long LONGEST_STEP_US = 200_000;

    private static final int SPEED_BIN_COUNT = 2000;

    private static final int STROKE_BIN_COUNT = 1000;

    private final PressureBand band;
    private final ToolProfile tool;
    private final CoverageMap coverage = new CoverageMap();
    private final long[] strokeBinCount = new long[STROKE_BIN_COUNT];
    private final long[] speedBinCount = new long[SPEED_BIN_COUNT];
    private long lastTimeUs = -1;
    private long contactUs;
    private long holdUs;
    private long rollUs;
    private long pressedUs;
    private long inBandUs;
    private long overCeilingUs;
    private int holdCount;
    private int strokeCount;
    private int overpressureCount;
    private long guardingUs;
    private int guardingCount;
    private int releaseCount;
    private double pressureTimeKpaS;
    private double peakKpa;

    /**
     * Begins at nothing.
     *
     * @param band floor and ceiling in force.
     * @param tool that presses; figures that it cannot tell are missing, not 0.
     */
    public SummaryBuilder(PressureBand band, ToolProfile tool) {
        this.band = band;
        this.tool = tool;
    }

    /** Takes in a frame with the state that was decided for it. */
    public void accept(FeatureFrame frame, Activity activity, boolean inContact) {
        long stepUs = lastTimeUs < 0 ? 0 : frame.timeUs() - lastTimeUs;
        lastTimeUs = frame.timeUs();
        if (!inContact || stepUs > LONGEST_STEP_US) {
            return;
        }
        coverage.accept(frame.travelMm(), stepUs);
        double pressureKpa = frame.meanPressureKpa();
        pressedUs += stepUs;
        pressureTimeKpaS += pressureKpa * stepUs / 1e6;
        peakKpa = Math.max(peakKpa, frame.peakPressureKpa());
        if (pressureKpa > band.ceilingKpa()) {
            overCeilingUs += stepUs;
        } else if (pressureKpa >= band.floorKpa()) {
            inBandUs += stepUs;
        }
        if (activity == Activity.ROLLING) {
            int binIndex = (int) Math.min(SPEED_BIN_COUNT - 1.0, Math.abs(frame.surfaceSpeedMmPerS()));
            speedBinCount[binIndex]++;
        }
    }

    /** Takes in an event; those that begin are passed over. */
    public void accept(RollerEvent event) {
        long lengthUs = event.endUs() - event.startUs();
        if (event.phase() == EventPhase.OPEN) {
            return;
        }
        switch (event.type()) {
            case CONTACT -> contactUs += lengthUs;
            case HOLD -> {
                holdUs += lengthUs;
                holdCount++;
            }
            case ROLL -> rollUs += lengthUs;
            case STROKE -> {
                strokeCount++;
                if (event instanceof RollerEvent.StrokeCompleted stroke) {
                    int binIndex = (int) Math.min(STROKE_BIN_COUNT - 1.0, Math.abs(stroke.strokeLengthMm()));
                    strokeBinCount[binIndex]++;
                }
            }
            case OVERPRESSURE -> overpressureCount++;
            case GUARDING -> {
                guardingUs += lengthUs;
                guardingCount++;
            }
            case RELEASE -> releaseCount++;
            case LOADING_RATE, SETTLED, TWITCH, FELT_RELEASE, MARKER, SYNC, PAIN, SIGNAL_LOST -> {
                // adds nothing to the totals
            }
        }
    }

    /**
     * The summary.
     *
     * @param endUs end of the session.
     */
    public SessionSummary build(long endUs) {
        return new SessionSummary(
                endUs / 1000,
                contactUs / 1000,
                holdUs / 1000,
                rollUs / 1000,
                inBandUs / 1000,
                overCeilingUs / 1000,
                holdCount,
                strokeCount,
                overpressureCount,
                pressedUs == 0 ? 0 : pressureTimeKpaS * 1e6 / pressedUs,
                peakKpa,
                pressureTimeKpaS,
                percentile(speedBinCount, 0.5),
                figures());
    }

    private Figures figures() {
        Figures figures = Figures.NONE;
        if (tool.has(EventType.GUARDING)) {
            figures = figures.and(SessionSummary.GUARDING_MS, Math.floor(guardingUs / 1e3))
                    .and(SessionSummary.GUARDING_COUNT, guardingCount);
        }
        if (tool.has(EventType.RELEASE)) {
            figures = figures.and(SessionSummary.RELEASE_COUNT, releaseCount);
        }
        if (tool.kind().rolls()) {
            figures = figures.and(SessionSummary.P95_SPEED_MM_PER_S, percentile(speedBinCount, 0.95))
                    .and(SessionSummary.STROKES_PER_MIN_COUNT, rollUs == 0 ? 0 : strokeCount * 60e6 / rollUs)
                    .and(SessionSummary.MEDIAN_STROKE_LENGTH_MM, percentile(strokeBinCount, 0.5))
                    .and(SessionSummary.COVERAGE_MM, coverage.coveredMm());
        }
        return figures;
    }

    /** The middle of the bin of one that a share of all values does not exceed; 0 when there is no value. */
    private static double percentile(long[] binCount, double shareRatio) {
        long totalCount = 0;
        for (long count : binCount) {
            totalCount += count;
        }
        long seenCount = 0;
        for (int binIndex = 0; binIndex < binCount.length; binIndex++) {
            seenCount += binCount[binIndex];
            if (totalCount > 0 && seenCount >= shareRatio * totalCount) {
                return binIndex + 0.5;
            }
        }
        return 0;
    }
}
