package org.rollscope.evaluation;

import java.util.*;
import org.rollscope.athlete.*;
import org.rollscope.calibration.*;
import org.rollscope.detect.*;
import org.rollscope.device.sim.*;
import org.rollscope.feature.*;
import org.rollscope.frame.*;
import org.rollscope.pipeline.*;
import org.rollscope.protocol.*;
import org.rollscope.simulation.*;

public class Scratch {
    static DetectionSettings det = new DetectionSettings(
            new DetectionSettings.ContactSettings(15, 8, 300, 500, 0.4, 0.52, 0.35),
            new DetectionSettings.RollSettings(0.0873, 0.0524, 200, 400, 1000, 17, 20),
            new DetectionSettings.HoldSettings(3000, 8, 0.3, 25, 1000),
            new DetectionSettings.OverpressureSettings(500, 0.9, 1000, 2),
            new DetectionSettings.SignalSettings(200, 1000));
    static FeatureSettings feat = new FeatureSettings(4, 5, 300, 500, 250, 63.5, 5.5);

    public static void main(String[] a) {
        int from = Integer.parseInt(a[1]), to = Integer.parseInt(a[2]);
        boolean verbose = a.length > 3;
        Scenario sc = Scenario.ofWord(a[0]);
        Map<String, EventScore> total = new TreeMap<>();
        double durMin = 0;
        double[] perr = new double[4];
        long n = 0;
        double ferr = 0, ferr2 = 0, perr1 = 0, perr2 = 0, fa = 0;
        long t0 = System.nanoTime();
        for (long seed = from; seed < to; seed++) {
            AthleteSimulation sim = new AthleteSimulation(sc, seed, 120_000);
            RollerCalibration cal = SimulatedCalibration.of(seed);
            PressureBand band = new PressureBand(
                    0.4 * sim.ceilingKpa(), 0.85 * sim.ceilingKpa(), sim.ceilingKpa(), CeilingSource.RAMP_TEST);
            AthleteSimulation truthSim = new AthleteSimulation(sc, seed, 120_000);
            TruthLabels labels = new TruthLabels(sim.ceilingKpa());
            double[] tf = new double[120_000],
                    tp = new double[120_000],
                    ta = new double[120000],
                    tang = new double[120000];
            boolean[] tc = new boolean[120000];
            while (truthSim.step()) {
                labels.accept(truthSim.moment());
                int i = (int) truthSim.moment().timeMs();
                tf[i] = truthSim.moment().limbForceN();
                tp[i] = truthSim.moment().meanPressureKpa();
                ta[i] = truthSim.moment().contactAreaMm2();
                tang[i] = truthSim.moment().rollAngleRad();
            }
            SimulatedBoard board = new SimulatedBoard(sim, 100);
            List<RollerEvent> ev = new ArrayList<>();
            SessionAnalysis an = new SessionAnalysis(new AnalysisSetup(feat, det, band), board.hello(), cal, ev::add);
            long[] cnt = {0};
            double[] s = new double[8];
            WireReceiver rx = new WireReceiver(new FrameSink() {
                public void hello(BoardHello h, int b) {}

                public void linkLost(String r) {}

                public void finished() {}

                public void frame(RawFrame f) {
                    an.accept(f);
                    int i = (int) Math.min(119999, f.deviceTimeUs() / 1000);
                    if (tf[i] > 60) {
                        double e = an.features().contactForceN() / tf[i] - 1;
                        double p = an.features().meanPressureKpa() / tp[i] - 1;
                        double ar = an.features().contactAreaMm2() / ta[i] - 1;
                        s[0]++;
                        s[1] += e;
                        s[2] += e * e;
                        s[3] += p;
                        s[4] += p * p;
                        s[5] += ar;
                        s[6] += ar * ar;
                        double d = (an.features().rollAngleRad() - (tang[i] - tang[0])) * 180 / Math.PI;
                        s[7] = Math.max(s[7], Math.abs(d));
                    }
                }
            });
            byte[] b = board.helloBytes();
            rx.accept(b, 0, b.length, 0);
            while ((b = board.nextFrameBytes()).length > 0) rx.accept(b, 0, b.length, 0);
            an.finish(an.lastTimeUs());
            durMin += 2;
            System.out.printf(
                    "seed %d ceil %.1f kPa %s err=%.3f force bias %.3f sd %.3f | pressure bias %.3f sd %.3f | area bias %.3f sd %.3f angle %.1f%n",
                    seed,
                    sim.ceilingKpa(),
                    sim.muscle(),
                    cal.forceErrorRatio(),
                    s[1] / s[0],
                    Math.sqrt(s[2] / s[0] - s[1] * s[1] / s[0] / s[0]),
                    s[3] / s[0],
                    Math.sqrt(s[4] / s[0] - s[3] * s[3] / s[0] / s[0]),
                    s[5] / s[0],
                    Math.sqrt(s[6] / s[0] - s[5] * s[5] / s[0] / s[0]),
                    s[7]);
            for (String type : List.of("contact", "hold", "roll", "stroke", "overpressure")) {
                List<Span> tr = new ArrayList<>(), fo = new ArrayList<>();
                for (TruthEvent e : labels.events())
                    if (e.type().equals(type)) tr.add(new Span(e.startMs(), e.endMs()));
                for (RollerEvent e : ev)
                    if (e.type().word().equals(type) && e.phase() != EventPhase.OPEN)
                        fo.add(new Span(e.startUs() / 1000, e.endUs() / 1000));
                EventScorer scr = new EventScorer(500);
                EventScore es = type.equals("overpressure") ? scr.alarms(tr, fo) : scr.boundaries(tr, fo);
                total.merge(type, es, EventScore::plus);
                if (verbose && (es.matchedCount() != es.truthCount() || es.falseCount() > 0))
                    System.out.println("  " + type + "\n   truth " + tr + "\n   found " + fo);
            }
        }
        for (var e : total.entrySet())
            System.out.printf(
                    "%-12s truth %d found %d matched %d false %d F1 %.3f P %.3f R %.3f err %.0f ms%n",
                    e.getKey(),
                    e.getValue().truthCount(),
                    e.getValue().foundCount(),
                    e.getValue().matchedCount(),
                    e.getValue().falseCount(),
                    e.getValue().f1Ratio(),
                    e.getValue().precisionRatio(),
                    e.getValue().recallRatio(),
                    e.getValue().meanBoundaryErrorMs());
        System.out.printf("minutes %.0f, wall %.1f s%n", durMin, (System.nanoTime() - t0) / 1e9);
    }
}
