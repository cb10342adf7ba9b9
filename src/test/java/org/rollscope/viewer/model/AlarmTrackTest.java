package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.Quality;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;

class AlarmTrackTest {
    private static final PressureEvidence EVIDENCE = new PressureEvidence(66, 130, 60, 0.9);

    private final AlarmTrack over = new AlarmTrack(Alarm.Kind.OVERPRESSURE);
    private final AlarmTrack guarding = new AlarmTrack(Alarm.Kind.GUARDING);

    @Test
    void figuresAloneRaiseItAndLetItLinger() {
        assertNull(over.at(ns(0)));
        figures(1000, 72, true, 0.1);
        figures(1100, 64, true, 0.1);
        Alarm open = over.at(ns(1100));
        assertTrue(open.open());
        assertEquals(new Alarm.Reason(64, 72, 144, 60, 0.1), open.reason());
        assertEquals(ns(1000), open.onsetNs());
        figures(1200, 50, false, 0.1);
        Alarm ended = over.at(ns(4200));
        assertFalse(ended.open());
        assertEquals(3000, ended.endedAgoMs());
        assertEquals(72, ended.reason().highestMeanKpa());
        assertNotNull(over.at(ns(1200 + AlarmTrack.LINGER_MS - 1)));
        assertNull(over.at(ns(1200 + AlarmTrack.LINGER_MS)));
    }

    @Test
    void oneThatComesAgainWhileItsEndIsShownIsTheSame() {
        figures(1000, 72, true, 0.1);
        figures(1200, 50, false, 0.1);
        figures(3000, 65, true, 0.1);
        assertEquals(ns(1000), over.at(ns(3000)).onsetNs());
        figures(3100, 50, false, 0.1);
        figures(20_000, 65, true, 0.1);
        assertEquals(ns(20_000), over.at(ns(20_000)).onsetNs());
        assertEquals(65, over.at(ns(20_000)).reason().highestMeanKpa());
    }

    @Test
    void anEventAloneRaisesItBeforeAnyFigures() {
        event(1000, 1000, new RollerEvent.OverpressureStarted(0, 0, EVIDENCE));
        assertTrue(over.at(ns(1000)).open());
        assertEquals(66, over.at(ns(1000)).reason().meanKpa());
        assertNull(guarding.at(ns(1000)));
        figures(1100, 50, false, 0.1); // said before the event, heard after it
        assertTrue(over.at(ns(1100)).open());
        event(1500, 1500, new RollerEvent.OverpressureEnded(0, 0, 0, EVIDENCE, Figures.NONE));
        assertFalse(over.at(ns(1500)).open());
    }

    @Test
    void figuresEndAnEventWhoseEndWasLost() {
        event(1000, 1000, new RollerEvent.OverpressureStarted(0, 0, EVIDENCE));
        figures(2000, 50, false, 0.1);
        assertTrue(over.at(ns(2000)).open());
        figures(2100, 50, false, 0.1);
        assertFalse(over.at(ns(2100)).open());
    }

    @Test
    void anEventThatABrokerHadKeptIsNotOfNow() {
        figures(60_000, 40, false, 0.1);
        event(60_000, 1000, new RollerEvent.OverpressureStarted(0, 0, EVIDENCE));
        assertNull(over.at(ns(60_000)));
    }

    @Test
    void whatStoppedBeingHeardIsNotKnownToGoOn() {
        figures(1000, 72, true, 0.1);
        assertTrue(over.at(ns(1000 + Freshness.LATE_MS)).open());
        assertFalse(over.at(ns(1000 + Freshness.LATE_MS + 1)).open());
        assertNull(over.at(ns(1000 + Freshness.LATE_MS + AlarmTrack.LINGER_MS)));
        figures(60_000, 72, true, 0.1);
        assertEquals(ns(60_000), over.at(ns(60_000)).onsetNs());
    }

    @Test
    void guardingIsSuspectedFromItsScoreOrItsEvent() {
        figures(1000, 40, false, 0.59);
        assertNull(guarding.at(ns(1000)));
        figures(1100, 40, false, 0.6);
        assertEquals(0.6, guarding.at(ns(1100)).reason().scoreRatio());
        assertNull(over.at(ns(1100)));
        figures(9000, 40, false, 0.1);
        figures(20_000, 40, false, 0.1);
        event(20_000, 20_000, new RollerEvent.GuardingSuspected(0, 0, EVIDENCE, Figures.of("score_ratio", 0.8)));
        figures(25_000, 40, false, 0.5); // below its onset the event goes on until it says that it ended
        assertTrue(guarding.at(ns(25_000)).open());
        assertEquals(0.8, guarding.at(ns(25_000)).reason().scoreRatio());
    }

    @Test
    void anotherSessionEndsWhatEventsSaidOfTheOneBefore() {
        event(1000, 1000, new RollerEvent.OverpressureStarted(0, 0, EVIDENCE));
        over.sessionChanged(ns(1200));
        assertFalse(over.at(ns(1200)).open());
    }

    private static long ns(long ms) {
        return ms * 1_000_000;
    }

    private void event(long nowMs, long deviceTimeMs, RollerEvent event) {
        MetricsMessage.Event message = new MetricsMessage.Event("e", "s", deviceTimeMs * 1000, event);
        over.hear(message, ns(nowMs));
        guarding.hear(message, ns(nowMs));
    }

    private void figures(long nowMs, double meanKpa, boolean isOver, double scoreRatio) {
        LiveMetrics live = new LiveMetrics(
                nowMs * 1000,
                Activity.HOLD,
                300,
                meanKpa,
                2 * meanKpa,
                5000,
                0,
                0,
                isOver,
                scoreRatio,
                new PressureBand(20, 51, 60, CeilingSource.PRIOR),
                Advice.NONE,
                0.1,
                Quality.GOOD_FLAGS,
                PadPressures.NONE);
        over.hear(live, ns(nowMs));
        guarding.hear(live, ns(nowMs));
    }
}
