package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.config.ShippedSettings;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;

/** What all detectors together make of hand-made frames, with the shipped tuning and a ceiling of 50 kPa. */
final class DetectorRun {
    static final double CEILING_KPA = 50;
    static final double PRESSURE_ERROR_RATIO = 0.08;
    static final DetectionSettings SETTINGS = ShippedSettings.core().detection();

    final List<RollerEvent> events = new ArrayList<>();
    final List<Activity> activities = new ArrayList<>();
    final DetectorChain chain;

    private DetectorRun(double ceilingKpa) {
        chain = new DetectorChain(
                SETTINGS,
                new PressureBand(0.4 * ceilingKpa, 0.8 * ceilingKpa, ceilingKpa, CeilingSource.SETTINGS),
                FeatureFrames.RADIUS_MM,
                PRESSURE_ERROR_RATIO);
    }

    /** Up to the last frame; nothing is finished. */
    static DetectorRun of(List<FeatureFrame> frames) {
        return of(frames, CEILING_KPA);
    }

    static DetectorRun of(FeatureFrames frames) {
        return of(frames.list());
    }

    static DetectorRun of(List<FeatureFrame> frames, double ceilingKpa) {
        DetectorRun run = new DetectorRun(ceilingKpa);
        for (FeatureFrame frame : frames) {
            run.chain.accept(frame, run.events::add);
            run.activities.add(run.chain.activity());
        }
        return run;
    }

    DetectorRun finish(long endUs) {
        chain.finish(endUs, events::add);
        return this;
    }

    List<RollerEvent> of(EventType type) {
        return events.stream().filter(event -> event.type() == type).toList();
    }

    List<RollerEvent> ended(EventType type) {
        return of(type).stream()
                .filter(event -> event.phase() != EventPhase.OPEN)
                .toList();
    }

    List<RollerEvent> begun(EventType type) {
        return of(type).stream()
                .filter(event -> event.phase() == EventPhase.OPEN)
                .toList();
    }

    /** The only event of a type that has ended. */
    RollerEvent onlyEnded(EventType type) {
        List<RollerEvent> found = ended(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events " + type.word() + " instead of one: " + text());
        }
        return found.get(0);
    }

    /** The only beginning of a type. */
    RollerEvent onlyBegun(EventType type) {
        List<RollerEvent> found = begun(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " beginnings of " + type.word() + " instead of one: " + text());
        }
        return found.get(0);
    }

    String text() {
        return events.stream()
                .map(event -> event.type().word() + " " + event.phase().word() + " " + event.startUs() / 1000 + ".."
                        + event.endUs() / 1000 + " known " + event.declaredUs() / 1000)
                .collect(Collectors.joining("\n"));
    }
}
