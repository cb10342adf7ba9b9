package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.detect.Figures;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;
import us.hebi.matlab.mat.format.Mat5;

/** Texts that trip programs, in every format: they come back whole, or as the file beside the data says. */
class ExportTextsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static Stream<Arguments> formatsAndTraps() {
        List<String> traps = List.of(
                "Übung 1 – IT-Band",
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\ttab",
                "\nline",
                "a, b; c",
                "he said \"hm\"",
                "two\nlines\r\nof it",
                "=HYPERLINK(\"http://x\",\"y\")",
                "日本語 😀",
                "<b>&amp;</b> %s");
        return Exporter.FORMATS.stream()
                .flatMap(format -> traps.stream().map(trap -> Arguments.of(format.word(), trap)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndTraps")
    void aTextComesBackWholeOrAsTheFormatSays(String word, String trap) throws Exception {
        ExportFormat format = Exporter.FORMATS.stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
        ExportTexts texts = new ExportTexts(trap, List.of(trap), trap);
        Path out = folder.resolve("out");
        Exporter.export(new ExportJob(List.of(session()), List.of(), texts, "1", () -> {}), List.of(format), out);
        Path documents = word.equals("bids") ? out.resolve("sourcedata") : out;
        String readMe = Files.readString(documents.resolve("README.txt"));
        assertTrue(readMe.contains(trap) && readMe.contains(format.texts()), readMe);
        JsonNode dictionary = JSON.readTree(
                documents.resolve("documents/data-dictionary.json").toFile());
        assertEquals(format.texts(), dictionary.required("texts").asText());
        inside(word, trap, out);
    }

    private static void inside(String word, String trap, Path out) throws IOException {
        String plain = Hdf5Format.ascii(trap);
        switch (word) {
            case "csv" -> {
                String table = Files.readString(out.resolve("sessions.csv"));
                boolean formula = "=+-@\t\r\n".indexOf(trap.charAt(0)) >= 0;
                assertTrue(table.endsWith("," + CsvFile.safe(trap) + "\r\n"), table);
                assertEquals((formula ? "'" : "") + trap, unquoted(CsvFile.safe(trap)));
                assertEquals(
                        trap,
                        JSON.readTree(out.resolve("datapackage.json").toFile())
                                .required("title")
                                .asText());
            }
            case "bids" -> {
                JsonNode described =
                        JSON.readTree(out.resolve("dataset_description.json").toFile());
                assertEquals(trap, described.required("Name").asText());
                assertEquals(trap, described.required("Authors").get(0).asText());
            }
            case "parquet" ->
                assertTrue(unpacked(out.resolve("sessions.parquet")).contains(trap));
            case "hdf5" -> {
                try (HdfFile hdf = new HdfFile(out.resolve("s.h5"))) {
                    assertEquals(plain, hdf.getAttribute("note").getData());
                }
            }
            case "mat" ->
                assertEquals(
                        plain,
                        Mat5.readFromFile(out.resolve("s.mat").toFile())
                                .getChar("note")
                                .getString());
            case "edf", "bdf" -> {
                byte[] header = Files.readAllBytes(out.resolve("s." + word));
                for (int index = 1; index < 256; index++) {
                    assertTrue(header[index] >= ' ' && header[index] <= '~', "no ASCII at " + index);
                }
            }
            default -> assertEquals("fit", word);
        }
    }

    /** A cell as RFC 4180 reads it. */
    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    /** All values of a Parquet file whose pages are packed by gzip, one after the other. */
    private static String unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index + 2 < bytes.length; index++) {
            if (bytes[index] == 0x1f && bytes[index + 1] == (byte) 0x8b && bytes[index + 2] == 8) {
                try (GZIPInputStream page =
                        new GZIPInputStream(new ByteArrayInputStream(bytes, index, bytes.length - index))) {
                    text.append(new String(page.readNBytes(bytes.length), StandardCharsets.UTF_8));
                } catch (IOException behindThePage) {
                    continue;
                }
            }
        }
        return text.toString();
    }

    private static ExportedSession session() {
        SessionRecord record = new SessionRecord(
                "s",
                Instant.EPOCH.plusSeconds(1_000_000_000),
                "roller-1",
                "Übung 1 – x",
                Muscle.CALF,
                Side.LEFT,
                new PressureBand(20, 40, 50, CeilingSource.PRIOR),
                new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, 1, 1000), 100).hello(),
                "Ü, \"cal\"",
                "1",
                "hash");
        SessionSummary summary =
                new SessionSummary(9000, 8000, 5000, 3000, 8000, 0, 1, 2, 0, 30, 60, 240, 50, Figures.NONE);
        return new ExportedSession(
                record,
                LinkCounters.ZERO,
                summary,
                NothingMeasured.of(record),
                List.of(),
                List.of(),
                List.of(new Outage(Outage.Kind.LINK, 0, 1000, "=1+1, \"Ü\"\n", 0)),
                0,
                new ExportedSession.Documents("{}\n", "{}", "{}"),
                sink -> {});
    }
}
