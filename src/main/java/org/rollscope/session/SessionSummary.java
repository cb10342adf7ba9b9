package org.rollscope.session;

import org.rollscope.detect.Figures;

/**
 * What a session amounted to.
 *
 * @param durationMs first to last frame, outages included.
 * @param contactMs time with a limb on the roller.
 * @param holdMs time in holds.
 * @param rollMs time rolling.
 * @param inBandMs contact time with mean pressure from floor to ceiling.
 * @param overCeilingMs contact time with mean pressure over the ceiling.
 * @param holdCount holds.
 * @param strokeCount strokes of at least 20 mm.
 * @param overpressureCount overpressure events.
 * @param meanPressureKpa mean over contact time, 0 without contact.
 * @param peakPressureKpa highest pressure on one tile in contact.
 * @param pressureTimeKpaS integral of mean pressure over contact time.
 * @param medianSpeedMmPerS median of the speed while rolling, 1 mm/s resolution, 0 without rolling.
 * @param figures what newer versions count besides, by name; a session of an older version lacks them.
 */
public record SessionSummary(
        long durationMs,
        long contactMs,
        long holdMs,
        long rollMs,
        long inBandMs,
        long overCeilingMs,
        int holdCount,
        int strokeCount,
        int overpressureCount,
        double meanPressureKpa,
        double peakPressureKpa,
        double pressureTimeKpaS,
        double medianSpeedMmPerS,
        Figures figures) {

    /** Name of the figure: time with suspected guarding. */
    public static final String GUARDING_MS = "guarding_ms";
    /** Name of the figure: episodes of suspected guarding. */
    public static final String GUARDING_COUNT = "guarding_count";
    /** Name of the figure: releases that were seen. */
    public static final String RELEASE_COUNT = "release_count";
    /** Name of the figure: speed while rolling that 95 % of the frames do not exceed. */
    public static final String P95_SPEED_MM_PER_S = "p95_speed_mm_per_s";
    /** Name of the figure: cadence, one-way strokes for each minute of rolling. */
    public static final String STROKES_PER_MIN_COUNT = "strokes_per_min_count";
    /** Name of the figure: median length of a stroke. */
    public static final String MEDIAN_STROKE_LENGTH_MM = "median_stroke_length_mm";
    /** Name of the figure: length along the limb that was under pressure for two seconds or more. */
    public static final String COVERAGE_MM = "coverage_mm";
}
