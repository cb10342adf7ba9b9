package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;
import org.rollscope.frame.PadGeometry;

class LoadingRateDetectorTest {
    private static final DetectionSettings.LoadingSettings SETTINGS = DetectorRun.SETTINGS.loading();

    /** What there should be, by looking back over the whole session at once. Slow. */
    private static List<RollerEvent> slow(List<FeatureFrame> frames, List<Boolean> contact, double ceilingKpa) {
        boolean[] exempt = firstRises(frames, contact, ceilingKpa);
        List<RollerEvent> events = new ArrayList<>();
        int index = 0;
        while (index < frames.size()) {
            int end = index;
            while (end < frames.size() && !exempt[end] && steep(frames.get(end), contact.get(end), ceilingKpa)) {
                end++;
            }
            if (end > index && end < frames.size()) {
                long startUs = frames.get(index).timeUs();
                long endUs = frames.get(end).timeUs();
                // The frame that ends it belongs to it.
                List<FeatureFrame> during = frames.subList(index, end + 1);
                EvidenceMeter meter = new EvidenceMeter();
                during.forEach(meter::accept);
                double steepest = during.stream()
                        .mapToDouble(FeatureFrame::pressureSlopeKpaPerS)
                        .max()
                        .orElseThrow();
                if (endUs - startUs >= SETTINGS.minDurationMs() * 1000L) {
                    events.add(new RollerEvent.LoadedAbruptly(
                            startUs,
                            endUs,
                            startUs,
                            meter.evidence(ceilingKpa),
                            Figures.of(LoadingRateDetector.LOADING_RATE_KPA_PER_S, steepest)));
                }
            }
            index = end + 1;
        }
        return events;
    }

    /** From each contact's beginning until the pressure, once high, rises by less than a third of the limit. */
    private static boolean[] firstRises(List<FeatureFrame> frames, List<Boolean> contact, double ceilingKpa) {
        boolean[] exempt = new boolean[frames.size()];
        for (int index = 0; index < exempt.length; index++) {
            FeatureFrame frame = frames.get(index);
            boolean rested = frame.meanPressureKpa() > SETTINGS.minCeilingRatio() * ceilingKpa
                    && frame.pressureSlopeKpaPerS() < SETTINGS.limitKpaPerS() / 3;
            boolean before = index == 0 || exempt[index - 1] || !contact.get(index - 1);
            exempt[index] = !contact.get(index) || before && !rested;
        }
        return exempt;
    }

    private static boolean steep(FeatureFrame frame, boolean contact, double ceilingKpa) {
        return contact
                && frame.pressureSlopeKpaPerS() > SETTINGS.limitKpaPerS()
                && frame.meanPressureKpa() / ceilingKpa > SETTINGS.minCeilingRatio();
    }

    @ParameterizedTest
    @CsvSource({"overpresser, 2", "overpresser, 5", "guarder, 4", "hurried, 6"})
    void findsWhatLookingBackFinds(String scenario, long seed) {
        List<FeatureFrame> frames = RecordedFeatures.of(scenario, seed, 60);
        ContactDetector contact = new ContactDetector(DetectorRun.SETTINGS.contact(), 40);
        LoadingRateDetector shipped = new LoadingRateDetector(SETTINGS, 40, 1);
        List<RollerEvent> events = new ArrayList<>();
        List<Boolean> contacts = new ArrayList<>();
        for (FeatureFrame frame : frames) {
            contact.accept(frame, event -> {});
            contacts.add(contact.inContact());
            shipped.accept(frame, contact.inContact(), events::add);
        }
        List<RollerEvent> expected = slow(frames, contacts, 40);
        assertEquals(expected, events);
        assertTrue(!scenario.equals("overpresser") || expected.size() >= 2, scenario + " " + expected.size());
    }

    @Test
    void onlyPressureThatIsHighAlreadyCounts() {
        double edgeKpa = SETTINGS.minCeilingRatio() * DetectorRun.CEILING_KPA;
        assertEquals(1, abrupt(1.05 * edgeKpa));
        assertEquals(0, abrupt(0.95 * edgeKpa));
    }

    /** On a ball the same way of loading has twice the pressure, and so twice the slope. */
    @Test
    void theLimitFollowsTheToolsArea() {
        assertEquals(1, ToolProfile.of(PadGeometry.REFERENCE.geometryId()).pressureRatio());
        assertEquals(2, ToolProfile.of(PadGeometry.MASSAGE_BALL.geometryId()).pressureRatio(), 1e-12);
        for (PadGeometry geometry : PadGeometry.all()) {
            double ratio = ToolProfile.of(geometry.geometryId()).pressureRatio();
            assertEquals(0, abruptOn(geometry, 0.9 * ratio * SETTINGS.limitKpaPerS()), geometry.name());
            assertEquals(1, abruptOn(geometry, 1.1 * ratio * SETTINGS.limitKpaPerS()), geometry.name());
        }
    }

    private static long abruptOn(PadGeometry geometry, double slopeKpaPerS) {
        DetectorChain chain = new DetectorChain(
                ToolProfile.of(geometry.geometryId()),
                DetectorRun.SETTINGS,
                new PressureBand(20, 40, DetectorRun.CEILING_KPA, CeilingSource.SETTINGS),
                FeatureFrames.RADIUS_MM,
                DetectorRun.PRESSURE_ERROR_RATIO);
        FeatureFrames frames = FeatureFrames.from(0).limb(200, 30).forMs(2000);
        frames.slope(slopeKpaPerS).forMs(1000).slope(0).forMs(500);
        List<RollerEvent> events = new ArrayList<>();
        frames.list().forEach(frame -> chain.accept(frame, events::add));
        return events.stream()
                .filter(event -> event instanceof RollerEvent.LoadedAbruptly)
                .count();
    }

    private static long abrupt(double pressureKpa) {
        FeatureFrames frames = FeatureFrames.from(0).limb(200, pressureKpa).forMs(2000);
        frames.slope(2 * SETTINGS.limitKpaPerS()).forMs(1000).slope(0).forMs(500);
        return DetectorRun.of(frames).events.stream()
                .filter(event -> event instanceof RollerEvent.LoadedAbruptly)
                .count();
    }
}
