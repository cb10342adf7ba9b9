package org.rollscope.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.PadGeometry;

class StickSimulationTest {
    private static AthleteSimulation with(Scenario scenario, long seed, long durationMs) {
        return new AthleteSimulation(
                scenario.on(RollerMake.ofOneHardness(PadGeometry.STICK, PartBatch.USUAL)), seed, durationMs);
    }

    /** What no state of the simulation says by itself: the pads' forces as vectors are the limb's force. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11, 40})
    void padsTogetherFeelTheLimb(long seed) {
        AthleteSimulation athlete = with(Scenario.STILL, seed, 40_000);
        int comparedCount = 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            if (moment.limbForceN() > 40 && moment.timeMs() % 100 == 0) {
                double x = 0;
                double y = 0;
                for (int padIndex = 0; padIndex < moment.padForceN().length; padIndex++) {
                    x += moment.padForceN()[padIndex] * Math.cos(PadGeometry.STICK.columnAngleRad(padIndex));
                    y += moment.padForceN()[padIndex] * Math.sin(PadGeometry.STICK.columnAngleRad(padIndex));
                }
                // A pad feels what presses over 45 degrees as if all came from its middle: up to a twentieth.
                assertEquals(moment.limbForceN(), Math.hypot(x, y), 0.06 * moment.limbForceN());
                double skinN = moment.meanPressureKpa() * moment.contactAreaMm2() / 1000;
                assertTrue(moment.limbForceN() < skinN && moment.limbForceN() > 0.8 * skinN);
                comparedCount++;
            }
        }
        assertTrue(comparedCount > 50, comparedCount + " moments");
    }

    /** The area that the ceiling law stands on is that of the simulated limbs at the loads that studies prescribed. */
    @Test
    void aUsualContactHasTheAreaOfTheProfile() {
        double sumMm2 = 0;
        int momentCount = 0;
        for (long seed = 1; seed <= 20; seed++) {
            AthleteSimulation athlete = with(Scenario.OVERPRESSER, seed, 30_000);
            while (athlete.step()) {
                SimulatedMoment moment = athlete.moment();
                if (moment.limbForceN() > 127 && moment.limbForceN() < 206) {
                    sumMm2 += moment.contactAreaMm2();
                    momentCount++;
                }
            }
        }
        assertTrue(momentCount > 5000, momentCount + " ms");
        double profileMm2 = ToolProfile.of(PadGeometry.STICK.geometryId()).contactAreaMm2();
        assertEquals(profileMm2, sumMm2 / momentCount, 0.15 * profileMm2);
    }

    /** Nothing lies under it and nothing rolls: a coached athlete presses, lifts and presses elsewhere. */
    @Test
    void itIsPressedAndLiftedAndNeverRolls() {
        AthleteSimulation athlete = with(Scenario.COACHED, 7, 90_000);
        TruthLabels labels = TruthLabels.of(athlete);
        double wayMm = 0;
        while (athlete.step()) {
            SimulatedMoment moment = athlete.moment();
            labels.accept(moment);
            if (moment.limbForceN() > 15) {
                assertTrue(Math.abs(moment.speedMmPerS()) < 6, "rolls at " + moment.speedMmPerS());
            }
            wayMm += Math.abs(moment.commandedSpeedMmPerS()) / 1000;
        }
        List<String> kinds =
                labels.events().stream().map(TruthEvent::type).distinct().toList();
        assertTrue(kinds.contains("hold") && kinds.contains("contact"), kinds.toString());
        assertTrue(!kinds.contains("roll") && !kinds.contains("stroke"), kinds.toString());
        assertTrue(labels.events().stream()
                        .filter(event -> event.type().equals("contact"))
                        .count()
                > 3);
        assertTrue(wayMm > 100, "went on by " + wayMm + " mm");
    }

    @Test
    void aCarriedStickIsNoTruthOfAnything() {
        AthleteSimulation athlete = with(Scenario.CARRY, 3, 40_000);
        TruthLabels labels = TruthLabels.of(athlete);
        double mostN = 0;
        double mostRadPerS = 0;
        while (athlete.step()) {
            labels.accept(athlete.moment());
            mostN = Math.max(
                    mostN, Arrays.stream(athlete.moment().padForceN()).max().orElse(0));
            mostRadPerS = Math.max(mostRadPerS, Math.abs(athlete.moment().trueGyroRadPerS[0]));
        }
        assertTrue(labels.events().isEmpty(), labels.events().toString());
        assertTrue(mostN > 5, "hands squeeze: " + mostN);
        assertTrue(mostRadPerS > 1, "hands swing: " + mostRadPerS);
    }

    @Test
    void aBoardSaysThatItSitsInAStick() {
        for (PartBatch batch : PartBatch.values()) {
            RollerMake make = RollerMake.ofOneHardness(PadGeometry.STICK, batch);
            SimulatedRoller stick = new SimulatedRoller(make, 7, Physics.USUAL);
            assertEquals(make, SimulatedRoller.makeOf(stick.hello(100).boardSerialId()), "told by its serial");
            assertEquals(6, stick.hello(100).geometryId());
            assertEquals(32, stick.hello(100).padCount());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new RollerMake(PadGeometry.STICK, Hardness.SOFT, PartBatch.USUAL));
    }
}
