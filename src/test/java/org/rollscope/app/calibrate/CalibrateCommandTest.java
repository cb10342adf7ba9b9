package org.rollscope.app.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedCalibration;

/** The command, answered through a pipe, on a simulated bench whose bytes go through the real decoder. */
class CalibrateCommandTest {
    private static final String SERIAL = "51d0000000000007";
    private static final String ASK = "sim:bench?seed=7&person=ask";
    private static final String[] QUICK = {"--masses-kg", "0.1,0.5,2,5,10", "--repeats", "1", "--check-masses-kg", "10"
    };

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copySettings() throws IOException {
        Files.createDirectories(folder.resolve("detection"));
        for (String name : List.of("rollscope.yaml", "detection/default.yaml")) {
            Files.copy(ShippedSettings.FOLDER.resolve(name), folder.resolve(name));
        }
        file = folder.resolve("calibration/" + SERIAL + ".json");
    }

    private Ran calibrate(String answers, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.US_ASCII)));
        try {
            return Ran.of(Stream.of(new String[] {"calibrate", "--config", folder.toString()}, arguments)
                    .flatMap(Stream::of)
                    .toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private Ran quick(String answers, String... more) {
        return calibrate(
                answers,
                Stream.of(QUICK, new String[] {"--source", ASK}, more)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private RollerCalibration written() throws IOException {
        return DocumentJson.readCalibration(Files.readString(file));
    }

    private List<String> namesOf(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("calibration"))) {
            return files.map(found -> found.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void simulatedRollerIsCalibratedOverTheWireAsItIsInMemory() throws Exception {
        Ran ran = calibrate("", "--source", "sim:bench?seed=7", "--operator", "somebody");
        assertEquals(0, ran.exitCode(), ran.err());
        RollerCalibration made = SimulatedCalibration.of(7);
        assertEquals(made.pads(), written().pads());
        assertEquals(made.gyroOffsetRadPerS(), written().gyroOffsetRadPerS());
        assertEquals(made.loadChecks(), written().loadChecks());
        assertEquals("somebody", written().operator());
        assertEquals(written(), new CalibrationFolder(folder).find(SERIAL).orElseThrow(), "the service finds it");
        assertTrue(ran.out().contains("48 of 48 pads are calibrated"), ran.out());
        assertTrue(ran.out().contains("written to " + file), ran.out());
    }

    /** No mass lies across them: the check of the whole is neither asked for nor missed. */
    @Test
    void ballAndStickAreCalibratedPadByPad() throws Exception {
        for (String layout : List.of("tennis", "stick")) {
            Ran ran = calibrate("", "--source", "sim:bench?seed=7&layout=" + layout);
            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(ran.out().contains("32 of 32 pads are calibrated"), ran.out());
            Path made = Path.of(ran.out().replaceAll("(?s).*written to ([^;\\s]+).*", "$1"));
            assertTrue(DocumentJson.readCalibration(Files.readString(made))
                    .loadChecks()
                    .isEmpty());
        }
        Ran asked = calibrate("", "--source", "sim:bench?seed=7&layout=stick", "--check-masses-kg", "10");
        assertEquals(2, asked.exitCode());
        assertTrue(asked.err().contains("--check-masses-kg: no mass lies across a stick; leave it out"), asked.err());
        Ran unknown = calibrate("", "--source", "sim:bench?layout=cube");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("layout must be one of reference, starter, lacrosse"), unknown.err());
    }

    @Test
    void personWhoStopsGoesOnLaterAndNothingMeasuredIsLost() throws Exception {
        // still; pad 0: condition, empty, 9 loads; pad 29: condition, empty, one load
        Ran first = quick("\n".repeat(1 + 11 + 3) + "stop\n");
        assertEquals(1, first.exitCode(), first.err());
        assertTrue(first.err().contains("stopped after 1 of 48 pads"), first.err());
        assertFalse(Files.exists(file));
        Path worksheet = folder.resolve("calibration/" + SERIAL + ".worksheet.csv");
        List<String> before = Files.readAllLines(worksheet);
        // the power failed while a line was written
        Files.writeString(worksheet, Files.readString(worksheet) + "load,29,0,up,19.6");

        Ran second = quick("what?\n" + "\n".repeat(3) + "dead\n" + "\n".repeat(46 * 11 + 3));
        assertEquals(0, second.exitCode(), second.err());
        assertTrue(second.err().contains("going on with " + worksheet + ": 1 of 48 pads"), second.err());
        assertTrue(second.err().contains("Enter: done; leave:"), second.err());
        assertEquals(47, written().usablePadCount());
        assertFalse(written().pads().get(29).hasCurve());
        assertTrue(second.out().contains("no curve: left out"), second.out());
        assertFalse(Files.exists(worksheet));
        String kept = Files.readString(
                folder.resolve("calibration/" + namesOf("worksheet").get(0)));
        before.forEach(line -> assertTrue(kept.contains(line), line));
        assertEquals(
                Files.readAllLines(Path.of("hardware/calibration/worksheet.csv"))
                        .get(1),
                before.get(1),
                "the form has the worksheet's columns");
    }

    @Test
    void readingsOfOtherMassesAreNotMixedAndCanBePutAside() throws Exception {
        quick("\n".repeat(8));
        Ran other = calibrate("", "--source", ASK, "--repeats", "2");
        assertEquals(1, other.exitCode());
        assertTrue(other.err().contains("--again puts it aside"), other.err());
        Ran again = quick("\n".repeat(5), "--again");
        assertTrue(again.err().contains("stopped after 0 of 48 pads"), again.err());
        assertEquals(2, namesOf("worksheet").size());
    }

    @Test
    void tareMakesANewCalibrationAndKeepsTheOldOne() throws Exception {
        assertEquals(1, calibrate("", "--tare", "--source", "sim:bench?seed=7").exitCode(), "nothing to tare yet");
        assertEquals(0, calibrate("", "--source", "sim:bench?seed=7").exitCode());
        RollerCalibration before = written();
        Ran tared = calibrate("", "--tare", "--source", "sim:bench?seed=7", "--json");
        assertEquals(0, tared.exitCode(), tared.err());
        assertEquals(48, written().tareCounts().size());
        assertNotEquals(before.calibrationId(), written().calibrationId());
        assertEquals(before.pads(), written().pads());
        assertTrue(JsonOutput.JSON.readTree(tared.out()).path("tared").asBoolean());
        String kept = namesOf(".before-").get(0);
        assertEquals(before, DocumentJson.readCalibration(Files.readString(folder.resolve("calibration/" + kept))));
        assertEquals(written(), new CalibrationFolder(folder).find(SERIAL).orElseThrow());
    }

    @Test
    void whatCannotBeCalibratedIsRefusedInOneLine() {
        assertWrong(calibrate("", "--source", "sim:coached"), 2, "nobody can put masses on that");
        assertWrong(calibrate("", "--source", "sim:bench?seed=-1"), 2, "seed must be 0..");
        assertWrong(calibrate("", "--source", ASK, "--masses-kg", "1,2,3"), 2, "needs 4 loads");
        assertWrong(calibrate("", "--source", ASK, "--masses-kg", "1,3,2,4"), 2, "must grow");
        assertWrong(
                calibrate("", "--source", ASK, "--masses-kg", "0.1,2,5,6", "--repeats", "1"), 2, "needs 8 readings");
        assertWrong(calibrate("", "--source", ASK, "--masses-kg", "0.5,2,5,10"), 2, "light and heavy contacts");
        assertWrong(calibrate("", "--source", ASK, "--repeats", "0"), 2, "repeatCount must be 1..10");
        Ran nobody = calibrate("", "--source", ASK);
        assertEquals(1, nobody.exitCode());
        assertTrue(nobody.err().contains("stopped after 0 of 48 pads"), nobody.err());
    }

    private static void assertWrong(Ran ran, int exitCode, String words) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertFalse(ran.showsStackTrace());
    }
}
