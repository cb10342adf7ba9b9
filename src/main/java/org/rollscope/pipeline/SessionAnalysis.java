package org.rollscope.pipeline;

import java.util.function.Consumer;
import org.rollscope.calibration.Calibrator;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.detect.Activity;
import org.rollscope.detect.DetectorChain;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureSettings;
import org.rollscope.feature.LobeAgreement;
import org.rollscope.feature.ToolFeatures;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.AdviceRule;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.session.SessionClock;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.Situation;
import org.rollscope.session.SummaryBuilder;

/**
 * The whole way from raw frames to events and summary, for one session; live and recomputed sessions both go through here.
 *
 * <p>Depends on its setup, hello, calibration and frames alone, so a recording gives the same events bit for bit.
 *
 * <p><b>Threads.</b> One.
 */
public final class SessionAnalysis {
    private final AnalysisSetup setup;
    private final Calibrator calibrator;
    private final ToolFeatures extractor;
    private final DetectorChain detectors;
    private final SummaryBuilder summary;
    private final LobeAgreement lobeAgreement;
    private final SessionClock clock = new SessionClock();
    private final Consumer<RollerEvent> events;
    private final double pressureErrorRatio;
    private final long periodUs;
    private final ToolProfile tool;
    private CalibratedFrame calibrated;
    private FeatureFrame features;
    private long deviceTimeUs;

    /**
     * Lays out the hops.
     *
     * @param setup tuning and band.
     * @param hello the board's description.
     * @param calibration of its roller.
     * @param events receives what happens.
     */
    public SessionAnalysis(
            AnalysisSetup setup, BoardHello hello, RollerCalibration calibration, Consumer<RollerEvent> events) {
        this.setup = setup;
        pressureErrorRatio = calibration.forceErrorRatio();
        calibrator = new Calibrator(calibration, hello);
        PadGeometry geometry = PadGeometry.of(hello.geometryId());
        FeatureSettings onTool = setup.features().on(geometry);
        extractor = ToolFeatures.of(onTool, geometry, hello.rateHz());
        tool = ToolProfile.of(hello.geometryId());
        detectors = new DetectorChain(
                tool, setup.detection(), setup.band(), onTool.effectiveRadiusMm(), pressureErrorRatio);
        summary = new SummaryBuilder(setup.band(), tool);
        lobeAgreement = new LobeAgreement(onTool.rollerWeightN());
        this.events = event -> {
            summary.accept(event);
            events.accept(event);
        };
        periodUs = hello.periodUs();
        calibrated = new CalibratedFrame(hello.padCount());
        features = extractor.nothing();
    }

    /** Takes in the next frame. */
    public void accept(RawFrame frame) {
        deviceTimeUs = frame.deviceTimeUs();
        calibrated = calibrator.calibrate(frame, clock.timeUs(frame, periodUs));
        features = extractor.extract(calibrated);
        detectors.accept(features, events);
        summary.accept(features, detectors.activity(), detectors.inContact());
        lobeAgreement.accept(features);
    }

    /**
     * Ends the session.
     *
     * @param endUs session time of the end, not before {@link #lastTimeUs}.
     * @return what it amounted to.
     */
    public SessionSummary finish(long endUs) {
        detectors.finish(endUs, events);
        return summary.build(endUs);
    }

    /** How the floor's side agreed with the limb's so far, see {@link LobeAgreement#medianRatio}. */
    public double lobeAgreementRatio() {
        return lobeAgreement.medianRatio();
    }

    /** Session time of the last frame. */
    public long lastTimeUs() {
        return clock.lastTimeUs();
    }

    /** Board time of the last frame. */
    public long deviceTimeUs() {
        return deviceTimeUs;
    }

    /** The calibrated pads of the last frame; valid until the next. */
    public CalibratedFrame calibrated() {
        return calibrated;
    }

    /** The features of the last frame; valid until the next. */
    public FeatureFrame features() {
        return features;
    }

    /** What is going on. */
    public Activity activity() {
        return detectors.activity();
    }

    /** Whether a limb lies on the roller. */
    public boolean inContact() {
        return detectors.inContact();
    }

    /** Whether the roller turns, loaded or not. */
    public boolean moving() {
        return detectors.moving();
    }

    /** How much speaks for guarding in the last frame, 0 to 1; 0 without contact. */
    public double guardingScoreRatio() {
        return detectors.guardingScoreRatio();
    }

    /** Whether an overpressure event is open. */
    public boolean overpressure() {
        return detectors.overpressure();
    }

    /** Whether the pressure is over the band's amber line, above which a warning may come soon, or a warning stands. */
    boolean nearCeiling() {
        return detectors.overpressure()
                || features.meanPressureKpa() >= setup.band().amberKpa();
    }

    /** How long the present hold has gone on, 0 outside one. */
    long holdMs() {
        return detectors.holdMs();
    }

    /** What somebody says at the last frame, with the pressures of it. */
    RollerEvent said(EventType type, Figures details) {
        return said(type, clock.lastTimeUs(), details);
    }

    /**
     * What was said at a moment near the last frame, with the pressures of that frame.
     *
     * @param atUs session time; it may lie before or after the frame.
     */
    RollerEvent said(EventType type, long atUs, Figures details) {
        PressureEvidence evidence = new PressureEvidence(
                features.meanPressureKpa(),
                features.peakPressureKpa(),
                setup.band().ceilingKpa(),
                1);
        return RollerEvent.completed(type, atUs, atUs, Math.max(atUs, clock.lastTimeUs()), evidence, details);
    }

    /** The last frame as people see it. */
    public LiveMetrics liveMetrics() {
        Activity activity = detectors.activity();
        return new LiveMetrics(
                deviceTimeUs,
                activity,
                features.contactForceN(),
                features.meanPressureKpa(),
                features.peakPressureKpa(),
                features.contactAreaMm2(),
                speedMmPerS(),
                detectors.holdMs(),
                detectors.overpressure(),
                tool.has(EventType.GUARDING) ? detectors.guardingScoreRatio() : Double.NaN,
                setup.band(),
                AdviceRule.advise(situation()),
                pressureErrorRatio,
                features.qualityFlags(),
                PadPressures.of(calibrated.padPressureKpa()));
    }

    /** What a tool that does not roll cannot tell is not known rather than 0. */
    private double speedMmPerS() {
        return tool.has(EventType.ROLL) ? features.surfaceSpeedMmPerS() : Double.NaN;
    }

    private Situation situation() {
        return new Situation(
                detectors.activity(),
                detectors.overpressure(),
                features.meanPressureKpa() / setup.band().ceilingKpa(),
                detectors.guardingSuspected(),
                detectors.released(),
                features.surfaceSpeedMmPerS(),
                detectors.holdMs());
    }

    /** The last frame as a chart draws it. */
    public FramePoint framePoint() {
        return new FramePoint(
                deviceTimeUs,
                calibrated.sequence(),
                detectors.activity(),
                features.contactForceN(),
                features.meanPressureKpa(),
                features.peakPressureKpa(),
                features.contactAreaMm2(),
                speedMmPerS(),
                detectors.overpressure(),
                PadPressures.of(calibrated.padPressureKpa()));
    }
}
