package org.rollscope.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes sequences of feature frames by hand, 100 a second: set what holds from now on, then let it last.
 *
 * <p>The motion rate is the root mean square of the turn rate over the last 300 ms, worked out anew for each frame.
 */
public final class FeatureFrames {
    /** Time from one frame to the next. */
    public static final long STEP_US = 10_000;
    /** Rolling travel per radian. */
    public static final double RADIUS_MM = 63.5;
    /** What the floor feels besides the limb. */
    public static final double ROLLER_WEIGHT_N = 5.5;

    private static final int WINDOW_COUNT = 15;

    private final List<FeatureFrame> frames = new ArrayList<>();
    private long nextUs;
    private int windowFromIndex;
    private double contactForceN;
    private double floorForceN = ROLLER_WEIGHT_N;
    private double meanPressureKpa;
    private double peakPressureKpa;
    private double rollRateRadPerS;
    private double rollAngleRad;
    private double offAxisRateRadPerS;
    private double axisTiltRad;
    private int qualityFlags;
    private double stiffnessKpaPerMm;
    private double tremorRatio;
    private double slopeKpaPerS;

    /** Begins with a roller that lies alone. */
    public static FeatureFrames from(long startUs) {
        FeatureFrames made = new FeatureFrames();
        made.nextUs = startUs;
        return made;
    }

    /** A limb lies on the roller; its hardest tile bears half as much again as the mean. */
    public FeatureFrames limb(double forceN, double pressureKpa) {
        contactForceN = forceN;
        floorForceN = forceN + ROLLER_WEIGHT_N;
        return pressure(pressureKpa, 1.5 * pressureKpa);
    }

    /** The limb is gone, and with it force, pressure and motion. */
    public FeatureFrames lifted() {
        rollRateRadPerS = 0;
        return limb(0, 0);
    }

    public FeatureFrames floor(double forceN) {
        floorForceN = forceN;
        return this;
    }

    public FeatureFrames pressure(double meanKpa, double peakKpa) {
        meanPressureKpa = meanKpa;
        peakPressureKpa = peakKpa;
        return this;
    }

    public FeatureFrames speed(double speedMmPerS) {
        rollRateRadPerS = speedMmPerS / RADIUS_MM;
        return this;
    }

    public FeatureFrames tilt(double tiltRad) {
        axisTiltRad = tiltRad;
        return this;
    }

    public FeatureFrames offAxis(double rateRadPerS) {
        offAxisRateRadPerS = rateRadPerS;
        return this;
    }

    /** What the contact is like from now on. */
    public FeatureFrames stiffness(double kpaPerMm) {
        stiffnessKpaPerMm = kpaPerMm;
        return this;
    }

    public FeatureFrames tremor(double ratio) {
        tremorRatio = ratio;
        return this;
    }

    public FeatureFrames slope(double kpaPerS) {
        slopeKpaPerS = kpaPerS;
        return this;
    }

    public FeatureFrames flags(int flags) {
        qualityFlags = flags;
        return this;
    }

    /** Adds the frames of so much time; the first is now, the next call's first is exactly that much later. */
    public FeatureFrames forMs(int durationMs) {
        long endUs = nextUs + durationMs * 1000L;
        for (; nextUs < endUs; nextUs += STEP_US) {
            add();
            rollAngleRad += rollRateRadPerS * STEP_US / 1e6;
        }
        return this;
    }

    /** Nothing arrives for so much time; the motion window begins anew, as the extractor's does. */
    public FeatureFrames gapMs(int gapMs) {
        nextUs += gapMs * 1000L;
        windowFromIndex = frames.size();
        return this;
    }

    /** The roller has turned on unseen. */
    public FeatureFrames travelled(double travelMm) {
        rollAngleRad += travelMm / RADIUS_MM;
        return this;
    }

    public List<FeatureFrame> list() {
        return List.copyOf(frames);
    }

    /** The same frames at another time. */
    public static List<FeatureFrame> shifted(List<FeatureFrame> frames, long byUs) {
        return frames.stream()
                .map(frame -> {
                    FeatureFrame moved = copyOf(frame);
                    moved.timeUs += byUs;
                    return moved;
                })
                .toList();
    }

    /** A frame of its own with the content of an extractor's one frame. */
    public static FeatureFrame copyOf(FeatureFrame frame) {
        FeatureFrame copy = new FeatureFrame();
        copy.timeUs = frame.timeUs;
        copy.sequence = frame.sequence;
        copy.contactForceN = frame.contactForceN;
        copy.floorForceN = frame.floorForceN;
        copy.meanPressureKpa = frame.meanPressureKpa;
        copy.peakPressureKpa = frame.peakPressureKpa;
        copy.contactAreaMm2 = frame.contactAreaMm2;
        copy.rollAngleRad = frame.rollAngleRad;
        copy.travelMm = frame.travelMm;
        copy.rollRateRadPerS = frame.rollRateRadPerS;
        copy.surfaceSpeedMmPerS = frame.surfaceSpeedMmPerS;
        copy.motionRateRadPerS = frame.motionRateRadPerS;
        copy.offAxisRateRadPerS = frame.offAxisRateRadPerS;
        copy.axisTiltRad = frame.axisTiltRad;
        copy.pressureSlopeKpaPerS = frame.pressureSlopeKpaPerS;
        copy.contactStiffnessKpaPerMm = frame.contactStiffnessKpaPerMm;
        copy.contactAxialMm = frame.contactAxialMm;
        copy.tremorRatio = frame.tremorRatio;
        copy.qualityFlags = frame.qualityFlags;
        return copy;
    }

    /** A frame that carries what a course of a hold takes from it. */
    public static FeatureFrame pressed(long timeUs, double stiffnessKpaPerMm, double forceN, double axialMm) {
        FeatureFrame frame = new FeatureFrame();
        frame.timeUs = timeUs;
        frame.contactStiffnessKpaPerMm = stiffnessKpaPerMm;
        frame.contactForceN = forceN;
        frame.contactAxialMm = axialMm;
        return frame;
    }

    /** A frame that carries a time and a motion rate only. */
    public static FeatureFrame moving(long timeUs, double motionRateRadPerS) {
        FeatureFrame frame = new FeatureFrame();
        frame.timeUs = timeUs;
        frame.motionRateRadPerS = motionRateRadPerS;
        return frame;
    }

    private void add() {
        FeatureFrame frame = new FeatureFrame();
        frame.timeUs = nextUs;
        frame.sequence = nextUs / STEP_US;
        frame.contactForceN = contactForceN;
        frame.floorForceN = floorForceN;
        frame.meanPressureKpa = meanPressureKpa;
        frame.peakPressureKpa = peakPressureKpa;
        frame.contactAreaMm2 = meanPressureKpa > 0 ? contactForceN / meanPressureKpa * 1000 : 0;
        frame.rollAngleRad = rollAngleRad;
        frame.travelMm = rollAngleRad * RADIUS_MM;
        frame.rollRateRadPerS = rollRateRadPerS;
        frame.surfaceSpeedMmPerS = rollRateRadPerS * RADIUS_MM;
        frame.offAxisRateRadPerS = offAxisRateRadPerS;
        frame.axisTiltRad = axisTiltRad;
        frame.qualityFlags = qualityFlags;
        frame.contactStiffnessKpaPerMm = stiffnessKpaPerMm;
        frame.tremorRatio = tremorRatio;
        frame.pressureSlopeKpaPerS = slopeKpaPerS;
        frames.add(frame);
        List<FeatureFrame> window =
                frames.subList(Math.max(windowFromIndex, frames.size() - WINDOW_COUNT), frames.size());
        frame.motionRateRadPerS = Math.sqrt(window.stream()
                .mapToDouble(one -> one.rollRateRadPerS * one.rollRateRadPerS)
                .average()
                .orElseThrow());
    }
}
