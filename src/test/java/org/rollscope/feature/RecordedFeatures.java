package org.rollscope.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.rollscope.calibration.Calibrator;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Scenario;

/** Feature frames of simulated sessions, made once for all tests, with the shipped tuning. */
public final class RecordedFeatures {
    private static final Map<String, List<FeatureFrame>> MADE = new ConcurrentHashMap<>();

    private RecordedFeatures() {}

    /** The frames of a session on the reference roller. */
    public static List<FeatureFrame> of(String scenario, long seed, int seconds) {
        return MADE.computeIfAbsent(scenario + "/" + seed + "/" + seconds, key -> {
            List<FeatureFrame> frames = new ArrayList<>();
            play(scenario, seed, seconds, (calibrated, features) -> frames.add(FeatureFrames.copyOf(features)));
            return List.copyOf(frames);
        });
    }

    /** Plays a session's calibrated and feature frames; both are valid for one call only. */
    static void play(String scenario, long seed, int seconds, BiConsumer<CalibratedFrame, FeatureFrame> listener) {
        SimulatedSession session = SimulatedSession.of(Scenario.ofWord(scenario), seed, seconds);
        Calibrator calibrator = new Calibrator(session.calibration(), session.hello());
        FeatureExtractor extractor =
                new FeatureExtractor(ShippedSettings.core().features(), PadGeometry.REFERENCE, 100);
        session.frames().forEach(raw -> {
            CalibratedFrame calibrated = calibrator.calibrate(raw, raw.deviceTimeUs());
            listener.accept(calibrated, extractor.extract(calibrated));
        });
    }
}
