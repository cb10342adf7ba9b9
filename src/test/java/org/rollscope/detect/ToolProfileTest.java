package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

class ToolProfileTest {
    private static final PressureBand BAND = new PressureBand(20, 36, 45, CeilingSource.RAMP_TEST);

    @Test
    void everythingExistsOnARollerAndItsBandStays() {
        for (int geometryId : List.of(1, 2)) {
            ToolProfile roller = ToolProfile.of(geometryId);
            assertEquals(ToolKind.ROLLER, roller.kind());
            assertEquals(130, roller.diameterMm());
            for (EventType type : EventType.values()) {
                assertTrue(roller.has(type), type.word());
            }
            assertSame(BAND, roller.band(BAND));
            assertSame(BAND, roller.bandOnRoller(BAND));
        }
    }

    @Test
    void aBallTellsOfPressureAndMotionAndNotOfStiffness() {
        for (PadGeometry ball : PadGeometry.all(ToolKind.BALL)) {
            ToolProfile profile = ToolProfile.of(ball.geometryId());
            for (EventType type : List.of(
                    EventType.CONTACT,
                    EventType.HOLD,
                    EventType.ROLL,
                    EventType.STROKE,
                    EventType.OVERPRESSURE,
                    EventType.LOADING_RATE,
                    EventType.SIGNAL_LOST,
                    EventType.FELT_RELEASE,
                    EventType.PAIN)) {
                assertTrue(profile.has(type), type.word());
            }
            assertFalse(profile.has(EventType.GUARDING));
            assertFalse(profile.has(EventType.RELEASE));
        }
        assertEquals("ball (lacrosse, 63 mm)", ToolProfile.of(3).spoken());
    }

    /** P = T (A / 1 cm2)^-0.5: a fifth of the area bears root five times the pressure. */
    @Test
    void theCeilingFollowsTheAreaLaw() {
        ToolProfile lacrosse = ToolProfile.of(3);
        PressureBand onBall = lacrosse.band(BAND);
        assertEquals(45 * Math.sqrt(6000.0 / lacrosse.contactAreaMm2()), onBall.ceilingKpa(), 1e-9);
        assertEquals(20.0 / 45, onBall.floorKpa() / onBall.ceilingKpa(), 1e-12);
        assertEquals(CeilingSource.RAMP_TEST, onBall.source());
        assertEquals(45, lacrosse.bandOnRoller(onBall).ceilingKpa(), 1e-9);
        assertEquals(
                400,
                lacrosse.band(new PressureBand(100, 200, 300, CeilingSource.PRIOR))
                        .ceilingKpa(),
                1e-9);
    }

    @Test
    void whatDoesNotExistIsNotTold() {
        List<RollerEvent> heard = new ArrayList<>();
        PressureEvidence evidence = new PressureEvidence(1, 2, 3, 1);
        var told = ToolProfile.of(5).only(heard::add);
        told.accept(new RollerEvent.ContactStarted(0, 1, evidence));
        told.accept(new RollerEvent.GuardingSuspected(0, 1, evidence, Figures.NONE));
        assertEquals(1, heard.size());
        assertEquals(EventType.CONTACT, heard.get(0).type());
    }

    @Test
    void anUnknownGeometryIsRefusedByName() {
        String refusal = String.valueOf(assertThrows(IllegalArgumentException.class, () -> ToolProfile.of(77))
                .getMessage());
        assertTrue(refusal.contains("3 (lacrosse)") && refusal.contains("77"), refusal);
    }
}
