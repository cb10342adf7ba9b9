package org.rollscope.app.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.SqliteFleetArchive;
import org.rollscope.telemetry.FleetMessage;
import org.rollscope.telemetry.MetricsMessage;

/** Recorders' files as they are merged by hand, and what is refused before a broker is spoken to. */
class CollectCommandTest {
    private static final PressureEvidence EVIDENCE = new PressureEvidence(40, 80, 60, 0.9);

    @TempDir
    private Path folder;

    private String fill(String name, int fromIndex, int toIndex) throws ArchiveException {
        List<FleetMessage> messages = new ArrayList<>();
        for (int index = fromIndex; index < toIndex; index++) {
            RollerEvent began = RollerEvent.started(EventType.HOLD, index, index, EVIDENCE, Figures.NONE);
            messages.add(new FleetMessage(
                    "roller-1", new MetricsMessage.Event("s/hold/" + index, "s", index, began), "{}", Instant.EPOCH));
        }
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder.resolve(name))) {
            archive.keep(messages);
            return archive.file().toString();
        }
    }

    private static void assertRefused(int exitCode, String words, Ran ran) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().startsWith("rollscope: " + words), ran.err());
        assertEquals("", ran.out());
        assertFalse(ran.showsStackTrace());
    }

    @Test
    void filesOfSeveralRecordersAreMergedWithCounts() throws Exception {
        String one = fill("one", 0, 60);
        String two = fill("two", 40, 100);
        String all = folder.resolve("all").toString();
        Ran ran = Ran.of("collect", "merge", one, two, "--data", all);
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of(
                        one + ": 60 events and 0 summaries new, 0 known",
                        two + ": 40 events and 0 summaries new, 20 known",
                        all + "/fleet.db holds 100 events and 0 summaries"),
                ran.out().lines().toList());
        Ran again = Ran.of("collect", "merge", two, "--data", all, "--json");
        JsonNode document = new ObjectMapper().readTree(again.out());
        assertEquals("rollscope.collect-merge/1", document.required("schema").asText());
        assertEquals(
                60, document.required("files").get(0).required("known_count").asInt());
        assertEquals(100, document.required("event_count").asInt());
    }

    @Test
    void aFileThatCannotBeMergedEndsInOneLine() throws Exception {
        String all = folder.resolve("all").toString();
        String none = folder.resolve("none.db").toString();
        assertRefused(3, none + " is not there or cannot be read", Ran.of("collect", "merge", none, "--data", all));
        String text =
                Files.writeString(folder.resolve("text"), "a text ".repeat(300)).toString();
        assertRefused(3, text + " cannot be merged: ", Ran.of("collect", "merge", text, "--data", all));
        assertRefused(2, "Missing required parameter: 'FILE'", Ran.of("collect", "merge", "--data", all));
    }

    @Test
    void whatCannotBeANameOrAnAddressIsRefusedBeforeTheBrokerIsSpokenTo() {
        String data = folder.resolve("data").toString();
        assertRefused(
                2,
                "--group must be 1 to 32 of a-z, 0-9 and -, was 'a/b'",
                Ran.of("collect", "--group", "a/b", "--data", data));
        assertRefused(
                2,
                "--name must be 1 to 32 of a-z, 0-9 and -, was 'A'",
                Ran.of("collect", "--name", "A", "--data", data));
        assertRefused(2, "--mqtt nowhere: ", Ran.of("collect", "--mqtt", "nowhere", "--data", data));
    }

    @Test
    void aSecondRecorderOnOneFolderIsRefused() throws Exception {
        Path data = folder.resolve("data");
        try (SqliteFleetArchive first = SqliteFleetArchive.openToRecord(data)) {
            assertRefused(
                    3,
                    "another recorder writes " + first.file() + "; give this one a folder of its own: --data DIR",
                    Ran.of("collect", "--mqtt", "mqtt://127.0.0.1:9", "--data", data.toString()));
        }
    }
}
