package org.rollscope.detect;

import java.util.function.Consumer;
import org.rollscope.feature.FeatureFrame;

/**
 * Flags pressure that rises abruptly while it is already high: approaching slowly is the best supported way not to be tensed
 * against. The first contact is exempt.
 *
 * <p><b>Source.</b> domain study 9.3; principle from Roberts 2011. <b>Threads.</b> One.
 */
final class LoadingRateDetector {
    /** Name of the figure: steepest rise. */
    static final String LOADING_RATE_KPA_PER_S = "loading_rate_kpa_per_s";

    /** Share of the limit below which the first rise of a contact is over. */
    private static final double REST_RATIO = 1.0 / 3;

    private final DetectionSettings.LoadingSettings settings;
    private final double ceilingKpa;
    private final double limitKpaPerS;
    private final EvidenceMeter meter = new EvidenceMeter();
    private boolean open;
    private boolean firstRise = true;
    private long startUs;
    private long declaredUs;
    private double steepestKpaPerS;

    /**
     * Lays it out.
     *
     * @param settings as for a roller.
     * @param ceilingKpa of the athlete on the tool.
     * @param toolRatio how many times the pressure on the tool is what it would be on a roller: {@link ToolProfile#pressureRatio}. What
     *     rises to twice the pressure in the same time rises twice as fast.
     */
    LoadingRateDetector(DetectionSettings.LoadingSettings settings, double ceilingKpa, double toolRatio) {
        limitKpaPerS = settings.limitKpaPerS() * toolRatio;
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
    }

    void accept(FeatureFrame frame, boolean inContact, Consumer<RollerEvent> events) {
        if (!inContact) {
            firstRise = true;
        } else if (firstRise
                && frame.meanPressureKpa() > settings.minCeilingRatio() * ceilingKpa
                && frame.pressureSlopeKpaPerS() < REST_RATIO * limitKpaPerS) {
            firstRise = false;
        }
        boolean steep = inContact
                && !firstRise
                && frame.pressureSlopeKpaPerS() > limitKpaPerS
                && frame.meanPressureKpa() > settings.minCeilingRatio() * ceilingKpa;
        if (steep && !open) {
            open = true;
            startUs = frame.timeUs();
            declaredUs = frame.timeUs();
            steepestKpaPerS = 0;
            meter.restart();
        }
        if (open) {
            meter.accept(frame);
            steepestKpaPerS = Math.max(steepestKpaPerS, frame.pressureSlopeKpaPerS());
            if (!steep) {
                finish(frame.timeUs(), events);
            }
        }
    }

    /** Tells what is under way. */
    void finish(long timeUs, Consumer<RollerEvent> events) {
        if (open) {
            open = false;
            if (timeUs - startUs >= settings.minDurationMs() * 1000L) {
                events.accept(new RollerEvent.LoadedAbruptly(
                        startUs,
                        timeUs,
                        declaredUs,
                        meter.evidence(ceilingKpa),
                        Figures.of(LOADING_RATE_KPA_PER_S, steepestKpaPerS)));
            }
        }
    }
}
