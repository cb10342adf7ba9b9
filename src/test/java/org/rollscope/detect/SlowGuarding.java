package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.feature.FeatureFrame;

/** {@link GuardingDetector} with its signs as one would explain them: keeps what it saw and looks back over it. Slow. */
final class SlowGuarding {
    private final DetectionSettings.GuardingSettings settings;
    private final double ceilingKpa;
    private final SlowQuietTremor quiet = new SlowQuietTremor();
    private final List<Long> times = new ArrayList<>();
    private final List<Boolean> speaksFor = new ArrayList<>();
    private final List<Boolean> speaksAgainst = new ArrayList<>();
    private final List<FeatureFrame> contact = new ArrayList<>();
    private final List<Boolean> stills = new ArrayList<>();
    private final double[] signs = new double[5];
    private double calmStiffness;
    private double steepest;
    private boolean firstRise = true;
    private long steepestAtUs = -60_000_000;
    private long roseAtUs = -60_000_000;
    private double recentForce;
    private long recentAtUs = -60_000_000;
    private double flinch;
    private long flinchedAtUs = -60_000_000;
    private long beforeUs = -1;
    private double score;
    private boolean suspected;
    private int turnedAt;
    /** Starts, moments of knowing and ends of what was suspected. */
    final List<List<Long>> episodes = new ArrayList<>();

    SlowGuarding(DetectionSettings.GuardingSettings settings, double ceilingKpa) {
        this.settings = settings;
        this.ceilingKpa = ceilingKpa;
    }

    void accept(FeatureFrame frame, boolean inContact, boolean still) {
        double step = beforeUs < 0 ? 0 : (frame.timeUs() - beforeUs) / 1e6;
        beforeUs = frame.timeUs();
        if (inContact) {
            contact.add(frame);
            stills.add(still);
            signs(frame, score < 0.4, step);
            double sum = settings.biasRatio()
                    + settings.stiffnessWeightRatio() * signs[0]
                    + settings.tremorWeightRatio() * signs[1]
                    + settings.pressureWeightRatio() * signs[2]
                    + settings.loadingWeightRatio() * signs[3]
                    + settings.flinchWeightRatio() * signs[4];
            score = Math.exp(sum) / (1 + Math.exp(sum));
        } else {
            contact.clear();
            stills.clear();
            java.util.Arrays.fill(signs, 0);
            score = 0;
            steepest = 0;
            firstRise = true;
            recentForce = 0;
            flinchedAtUs = -60_000_000;
        }
        long plain = java.util.Arrays.stream(signs).filter(sign -> sign >= 1).count();
        times.add(frame.timeUs());
        speaksFor.add(plain >= 2 && score >= settings.onRatio());
        speaksAgainst.add(score < settings.offRatio());
        decide();
    }

    /** Turned when what speaks for the turn has lasted without a break. */
    private void decide() {
        List<Boolean> wanted = suspected ? speaksAgainst : speaksFor;
        int since = times.size();
        while (since > turnedAt && wanted.get(since - 1)) {
            since--;
        }
        long nowUs = times.get(times.size() - 1);
        long dwellUs = (suspected ? settings.offDwellMs() : settings.onDwellMs()) * 1000L;
        if (since < times.size() && nowUs - times.get(since) >= dwellUs) {
            turnedAt = times.size();
            if (suspected) {
                episodes.get(episodes.size() - 1).add(times.get(since));
            } else {
                episodes.add(new ArrayList<>(List.of(times.get(since), nowUs)));
            }
            suspected = !suspected;
        }
    }

    private void signs(FeatureFrame frame, boolean calm, double step) {
        double stillFor = 0;
        for (int index = stills.size() - 1; index >= 0 && stills.get(index); index--) {
            stillFor += index == 0
                    ? (index == stills.size() - 1 ? step : firstStep)
                    : (contact.get(index).timeUs() - contact.get(index - 1).timeUs()) / 1e6;
        }
        if (stills.size() == 1) {
            firstStep = step;
        }
        signs[0] = stiffness(frame, stillFor, calm, step);
        signs[1] = stillFor >= 1.7 - 1e-9 ? tremor(frame, calm, step) : 0;
        double share = frame.meanPressureKpa() / ceilingKpa;
        signs[2] = within((share - settings.pressureFromRatio()) / (1 - settings.pressureFromRatio()));
        signs[3] = loading(frame);
        signs[4] = flinch(frame);
    }

    private double firstStep;

    private double stiffness(FeatureFrame frame, double stillFor, boolean calm, double step) {
        if (stillFor < 0.5 - 1e-9) {
            calmStiffness = 0;
            return 0;
        }
        if (!(frame.contactStiffnessKpaPerMm() > 0) || frame.contactForceN() < 30) {
            return 0;
        }
        double now = frame.contactStiffnessKpaPerMm();
        calmStiffness = calmStiffness == 0 ? now : calmStiffness;
        double rise = Math.log(now / calmStiffness);
        if (rise < 0) {
            calmStiffness *= Math.exp(rise * step / 2);
        } else if (calm) {
            calmStiffness *= Math.exp(rise * step / 30);
        }
        return within(rise / settings.stiffnessScaleRatio());
    }

    private double tremor(FeatureFrame frame, boolean calm, double step) {
        if (!(frame.tremorRatio() > 0)) {
            return 0;
        }
        if (calm && frame.meanPressureKpa() < settings.pressureFromRatio() * ceilingKpa) {
            quiet.learn(frame.contactForceN(), frame.tremorRatio(), step);
        }
        double usual = quiet.at(frame.contactForceN());
        return usual > 0 ? within(Math.log(frame.tremorRatio() / usual) / settings.tremorScaleRatio()) : 0;
    }

    private double loading(FeatureFrame frame) {
        boolean old = frame.timeUs() - steepestAtUs > 2_000_000;
        boolean high = frame.meanPressureKpa() > ceilingKpa / 2;
        if (high && frame.pressureSlopeKpaPerS() <= settings.gentleKpaPerS()) {
            firstRise = false;
        }
        high = high && !firstRise;
        steepest = old ? 0 : steepest;
        if (high && (old || frame.pressureSlopeKpaPerS() > steepest)) {
            steepest = Math.max(0, frame.pressureSlopeKpaPerS());
            steepestAtUs = frame.timeUs();
        }
        return within((steepest - settings.gentleKpaPerS()) / settings.loadingScaleKpaPerS());
    }

    private double flinch(FeatureFrame frame) {
        long nowUs = frame.timeUs();
        roseAtUs = frame.pressureSlopeKpaPerS() > settings.gentleKpaPerS() ? nowUs : roseAtUs;
        if (nowUs - recentAtUs > 500_000 || frame.contactForceN() >= recentForce) {
            recentForce = frame.contactForceN();
            recentAtUs = nowUs;
        }
        double fall = recentForce > 30 ? (recentForce - frame.contactForceN()) / recentForce : 0;
        if (fall >= settings.flinchRatio() && nowUs - roseAtUs <= 3_000_000) {
            flinch = fall;
            flinchedAtUs = nowUs;
        }
        return nowUs - flinchedAtUs <= 3_000_000 ? within(flinch / settings.flinchRatio()) : 0;
    }

    private static double within(double value) {
        return value < 0 ? 0 : value > 3 ? 3 : value;
    }

    double score() {
        return score;
    }

    double sign(int index) {
        return signs[index];
    }
}
