package org.rollscope.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.athlete.RampTest;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.simulation.Scenario;

/** The ramp test at a pipe: pressures are those of the moments at which pain was typed. */
class AthleteRampCommandTest {
    private static final String SOURCE = "sim:coached?seed=3&speed=max";

    @TempDir
    private Path data;

    @BeforeEach
    void addAnAthlete() {
        assertEquals(
                0, Ran.of("athlete", "add", "anna-1", "--data", data.toString()).exitCode());
    }

    private Ran ramp(String typed, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII)));
        try {
            return Ran.of(Stream.of(
                            new String[] {"athlete", "ramp", "anna-1", "quadriceps:right", "--data", data.toString()},
                            new String[] {"--source", SOURCE, "--pause-s", "0"},
                            words)
                    .flatMap(Stream::of)
                    .toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    /** Mean pressure every tenth of a second, as the command sees it. */
    private static List<Double> pressuresKpa() {
        SimulatedSession session = SimulatedSession.of(Scenario.COACHED, 3, 60);
        SessionAnalysis analysis = new SessionAnalysis(
                ShippedSettings.core().setup(), session.hello(), session.calibration(), event -> {});
        List<Double> pressuresKpa = new ArrayList<>();
        session.frames().forEach(frame -> {
            analysis.accept(frame);
            if (frame.deviceTimeUs() % 100_000 == 0) {
                pressuresKpa.add(analysis.features().meanPressureKpa());
            }
        });
        return pressuresKpa;
    }

    /** The first moments, in tenths of a second, at which the pressure is at least so much of the highest. */
    private static int[] moments(List<Double> pressuresKpa) {
        double highestKpa = pressuresKpa.stream().mapToDouble(kpa -> kpa).max().orElseThrow();
        int[] moments = new int[3];
        double[] ratios = {0.3, 0.6, 0.9};
        for (int index = 0; index < pressuresKpa.size(); index++) {
            for (int which = 0; which < 3; which++) {
                if (moments[which] == 0 && pressuresKpa.get(index) >= ratios[which] * highestKpa) {
                    moments[which] = index;
                }
            }
        }
        assertTrue(moments[0] > 0 && moments[0] < moments[1] && moments[1] < moments[2]);
        return moments;
    }

    private static String wait(int tenths) {
        return String.format(Locale.ROOT, "wait %.1f\n", tenths / 10.0);
    }

    private RampTest test() throws Exception {
        return new AthleteFolder(data).find("anna-1").orElseThrow().rampTests().get(0);
    }

    @Test
    void pressureIsThatOfTheMomentAtWhichPainWasTyped() throws Exception {
        List<Double> pressuresKpa = pressuresKpa();
        int[] at = moments(pressuresKpa);
        Ran ran =
                ramp(wait(at[0]) + "3\n" + wait(at[1] - at[0]) + "6\n" + wait(at[2] - at[1]) + "7\n", "--repeats", "1");
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(pressuresKpa.get(at[0]), test().repeats().get(0).pain3Kpa());
        assertEquals(pressuresKpa.get(at[1]), test().repeats().get(0).pain6Kpa());
        assertEquals(pressuresKpa.get(at[2]), test().repeats().get(0).pain7Kpa());
        assertTrue(ran.out().contains("ramp test of "), ran.out());
    }

    @Test
    void rampWithTooMuchPainOrInTheWrongOrderDoesNotCountAndTheOthersAreKept() throws Exception {
        int[] at = moments(pressuresKpa());
        Ran ran = ramp(
                "what\n3\n6\n7\n" // nobody lies on it yet: no pressure
                        + wait(at[0])
                        + "3\n9\n3\n"
                        + wait(at[1] - at[0])
                        + "6\n"
                        + wait(at[2] - at[1])
                        + "7\n3\n");
        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("type the pain you feel"), ran.err());
        assertTrue(ran.err().contains("this ramp does not count: a ramp needs"), ran.err());
        assertTrue(ran.err().contains("ease off: pain 9"), ran.err());
        assertTrue(ran.err().contains("stopped after 1 ramps"), ran.err());
        assertEquals(1, test().repeats().size());
    }

    @Test
    void whatCannotBeTestedIsRefusedInOneLine() {
        assertEquals(2, ramp("", "--repeats", "0").exitCode());
        Ran nobody = Ran.of("athlete", "ramp", "nobody", "calf:left", "--data", data.toString(), "--source", SOURCE);
        assertEquals(1, nobody.exitCode());
        assertTrue(nobody.err().contains("there is no athlete 'nobody'"), nobody.err());
        assertFalse(nobody.showsStackTrace());
        assertTrue(Ran.of("athlete", "ramp", "anna-1", "calf", "--data", data.toString())
                .err()
                .contains("needs MUSCLE:SIDE"));
    }
}
