package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.calibration.PadCalibration;
import org.rollscope.calibration.RollerCalibration;

/** Damaged calibration files: refused with file and line, never half believed. */
class CalibrationFolderTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z_0-9]+)\" :");
    private static final long SEED = 5;
    private static final int CUT_COUNT = 100;

    @TempDir
    private Path folder;

    private Path file;
    private String whole;

    /** The shipped calibration with two pads, short enough to be cut at every byte. */
    @BeforeEach
    void writeAShortCalibration() throws IOException {
        Files.createDirectories(folder.resolve("calibration"));
        file = folder.resolve("calibration/board.json");
        RollerCalibration shipped = DocumentJson.readCalibration(shipped());
        List<PadCalibration> pads = shipped.pads().subList(0, 2);
        whole = DocumentJson.write(new RollerCalibration(
                shipped.calibrationId(),
                shipped.boardSerial(),
                shipped.geometryId(),
                shipped.date(),
                shipped.operator(),
                shipped.procedureVersion(),
                shipped.referenceInstrument(),
                shipped.ambientTemperatureDegC(),
                shipped.adcBits(),
                pads,
                shipped.gyroOffsetRadPerS(),
                shipped.loadChecks(),
                shipped.commonGainRatio(),
                List.of()));
    }

    private static String shipped() throws IOException {
        return Files.readString(ShippedSettings.FOLDER.resolve("calibration/simulated-roller.json"));
    }

    private List<SettingsProblem> problems(String text) throws IOException {
        Files.writeString(file, text);
        List<SettingsProblem> problems = new ArrayList<>();
        int readCount = new CalibrationFolder(folder).all(problems).size();
        assertEquals(1, readCount + problems.size());
        return problems;
    }

    private SettingsProblem problem(String text) throws IOException {
        List<SettingsProblem> problems = problems(text);
        assertEquals(1, problems.size(), "accepted: " + text.substring(0, Math.min(text.length(), 300)));
        assertEquals(file, problems.get(0).file());
        assertEquals(1, problems.get(0).message().lines().count(), problems.toString());
        return problems.get(0);
    }

    private static int lineOf(String text, int charIndex) {
        return (int) text.substring(0, charIndex)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
    }

    @Test
    void soundFileIsRead() throws IOException {
        assertEquals(List.of(), problems(whole));
        assertEquals(List.of(), problems(shipped()));
    }

    @Test
    void fileThatIsCutOffAnywhereIsRefusedWithTheLine() throws IOException {
        String text = whole.stripTrailing();
        for (int length = 0; length < text.length(); length++) {
            SettingsProblem problem = problem(text.substring(0, length));
            assertTrue(problem.lineIndex() <= lineOf(text, length) + 1, length + ": " + problem);
            assertTrue(problem.lineIndex() > 0, length + ": " + problem);
        }
        Random random = new Random(SEED);
        String long48 = shipped().stripTrailing();
        for (int cut = 0; cut < CUT_COUNT; cut++) {
            assertTrue(problem(long48.substring(0, random.nextInt(long48.length())))
                            .lineIndex()
                    > 0);
        }
    }

    @Test
    void everyKeyMisspeltIsToldWithItsLineAndTheNearestOne() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        Matcher keys = KEY.matcher(whole);
        while (keys.find()) {
            String key = keys.group(1);
            if (key.equals("schema") || !seen.add(key)) {
                continue;
            }
            String typo = key.substring(0, key.length() - 1) + "q";
            SettingsProblem problem = problem(whole.substring(0, keys.start(1)) + typo + whole.substring(keys.end(1)));
            assertTrue(
                    problem.message().startsWith("unknown key '" + typo + "'; did you mean '" + key + "'?"),
                    problem.toString());
            assertEquals(lineOf(whole, keys.start(1)), problem.lineIndex(), problem.toString());
        }
        assertTrue(seen.size() >= 20, seen.toString());
    }

    @Test
    void textInPlaceOfANumberIsToldWithItsLine() throws IOException {
        Matcher numbers = Pattern.compile("\" : (-?[0-9][-0-9.eE]*)").matcher(whole);
        int numberCount = 0;
        while (numbers.find() && numberCount < 40) {
            numberCount++;
            SettingsProblem problem =
                    problem(whole.substring(0, numbers.start(1)) + "\"soon\"" + whole.substring(numbers.end(1)));
            assertEquals(lineOf(whole, numbers.start(1)), problem.lineIndex(), problem.toString());
        }
        assertTrue(numberCount > 15, numberCount + " numbers");
    }

    @Test
    void keyThatStandsTwiceAndTextAfterTheEndAreRefused() throws IOException {
        assertTrue(problem(whole.replaceFirst("\"adc_bits\" :", "\"adc_bits\" : 10, \"adc_bits\" :"))
                .message()
                .contains("Duplicate field 'adc_bits'"));
        problem(whole + "{}");
        problem(whole.replace("rollscope.calibration/2", "rollscope.calibration/9"));
        assertTrue(problem(whole.replaceFirst("\"adc_bits\" : \\d+", "\"adc_bits\" : 99"))
                .message()
                .contains("adcBits must be 8..16"));
    }
}
