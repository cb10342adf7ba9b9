package org.rollscope.app.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.evaluation.Accuracy;

/** Writes {@code src/docs/accuracy.md}: how accurate the software is on simulated athletes. */
final class AccuracyPage {
    private static final String LIMITS = """
            # Accuracy on simulated athletes

            Written by one command; edit nothing here. What the figures cannot say:

            - The athletes are simulated. Person, tissue, sensors and disturbances follow published figures where there are any (domain study,
              section 10) and our own choice where there are none; nobody's real session is in here.
            - Release and guarding are acted out as we believe they look. No public recording of either exists, so these figures say that the
              detectors find what the simulator shows, not that they find it in people. Suspected guarding is a signal pattern, not a diagnosis.
            - Truth is the simulator's own state. It shares no constant with the detectors, but the same people wrote both.
            - Every roller is calibrated by our procedure, its errors included, and used at the temperature of that day unless a confounder
              says otherwise. The ceiling that detectors use is the athlete's true one.
            - What real recordings show of motion is in decision record 0016; there is none for pressure.
            """;

    private static final String RULES = """
            ## How it is measured

            Every session goes from the bytes on the wire through decoder, calibration, features and detectors, as a recorded one does. Each frame
            is held against the truth of its moment, each event against the true ones.

            - Frames count while the true limb force is 50 N or more and the roller is not carried; total force up to 450 N; tiles of the limb's
              half with a true pressure from 10 to 120 kPa; speed where the true one is over 10 mm/s.
            - Speed is held to its target by the mean of its size over each hundred loaded frames, as people read it; frame by frame it is
              late by the filter of the sensor and ours, which shows where it changes quickly.
            - Roll angle: the mean difference over the first second under load is its zero; whole turns do not count.
            - Moving or still: right when the live state is the true one of some moment at most 0.2 s away.
            - Contacts, holds, rolls and strokes are right when both boundaries are within 0.5 s, overpressure and guarding when an alarm
              touches the true event within 0.5 s, a release when its onset is within 5 s. False alarms are counted over the time of true contact.
            - Area under the curve: windows of 10 s, cut from the beginning of each true contact; the highest live score of each; windows with
              0.5 s or more of true guarding against those with none; those with less, and rests shorter than a window, are left out.
            - Timing: absolute errors of onset and end, and the time from the true onset until it was declared, over found events that overlap a
              true one by half.
            - Intervals: sessions drawn with replacement 1000 times, 2.5th to 97.5th percentile.
            """;

    private final Accuracy accuracy;
    private final ObservabilityTables best;
    private final @Nullable PerturbationTables perturbed;

    AccuracyPage(Accuracy accuracy, ObservabilityTables best, @Nullable PerturbationTables perturbed) {
        this.accuracy = accuracy;
        this.best = best;
        this.perturbed = perturbed;
    }

    /**
     * The whole page.
     *
     * @param command that makes it.
     * @param seeds which seeds were used.
     * @param date of the run.
     */
    String text(String command, String seeds, LocalDate date) {
        AccuracyTables tables = new AccuracyTables(accuracy);
        StringBuilder page = new StringBuilder(LIMITS);
        page.append("\n")
                .append("Made on ")
                .append(date)
                .append(" with ")
                .append(seeds)
                .append(" by\n\n```\n");
        page.append(command).append("\n```\n\n").append(best.markdown());
        page.append("\n## Targets\n\n");
        page.append(AccuracyTables.markdown(tables.targets()));
        page.append("\n## Events\n\n").append(AccuracyTables.markdown(tables.events()));
        page.append("\n## Other figures\n\n").append(AccuracyTables.markdown(tables.others()));
        for (Map.Entry<String, List<List<String>>> group : tables.groups().entrySet()) {
            page.append("\n## By ").append(group.getKey().replace('_', ' ')).append("\n\n");
            page.append(AccuracyTables.markdown(group.getValue()));
        }
        if (perturbed != null) {
            page.append("\n").append(perturbed.markdown());
        }
        return page.append("\n").append(RULES).toString();
    }
}
