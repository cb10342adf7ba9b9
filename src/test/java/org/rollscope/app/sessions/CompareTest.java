package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;

/** What another profile makes of a recorded session. */
class CompareTest {
    @TempDir
    private Path folder;

    private String recording() {
        Ran made = Ran.of(
                "simulate", "--scenario", "overpresser", "--seed", "4", "--seconds", "60", "--out", folder.toString());
        assertEquals(0, made.exitCode(), made.err());
        return folder.resolve("session.rsw").toString();
    }

    @Test
    void sameProfileChangesNothing() throws IOException {
        Ran ran = Ran.of("analyse", recording(), "--compare", "default", "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode document = JsonOutput.JSON.readTree(ran.out());
        assertEquals("rollscope.comparison/1", document.path("schema").asText());
        assertTrue(document.path("changes").isEmpty(), ran.out());
        assertTrue(
                document.path("types").path("overpressure").path("same_count").asInt() > 0, ran.out());
    }

    @Test
    void sensitiveProfileWarnsNoLess() throws IOException {
        String recording = recording();
        Ran ran = Ran.of("analyse", recording, "--compare", "sensitive", "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode document = JsonOutput.JSON.readTree(ran.out());
        assertEquals("settings of now", document.path("before").asText());
        assertEquals("sensitive", document.path("after").asText());
        JsonNode counts = document.path("types").path("overpressure");
        // Episodes that the lower end of the alarm joins are one after: none of theirs is lost.
        assertTrue(
                counts.path("moved_count").asInt()
                                + counts.path("appeared_count").asInt()
                        > 0,
                ran.out());
        Ran text = Ran.of("analyse", recording, "--compare", "sensitive");
        assertTrue(text.out().contains("settings of now against sensitive"), text.out());
        assertTrue(text.out().contains("overpressure"), text.out());
    }

    @Test
    void settingsDecideWithAnotherProfile() throws IOException {
        Ran ran = Ran.of("analyse", recording(), "--settings", "sensitive", "--compare", "sensitive", "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(JsonOutput.JSON.readTree(ran.out()).path("changes").isEmpty(), ran.out());
    }

    @Test
    void profileThatIsNotThereIsToldByItsFile() {
        Ran ran = Ran.of("analyse", recording(), "--compare", "nobody");
        assertEquals(2, ran.exitCode(), ran.out());
        assertTrue(ran.err().contains("nobody.yaml"), ran.err());
    }
}
