package org.rollscope.app.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.device.serial.SocatBoard;

class PortsCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static JsonNode port(Ran ran, Path path) throws IOException {
        return StreamSupport.stream(JSON.readTree(ran.out()).required("ports").spliterator(), false)
                .filter(port -> port.required("path").asText().equals(path.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rollerThatIsAskedSaysWhoItIsAndOneThatIsNotAskedHearsNothing() throws IOException {
        assumeTrue(SocatBoard.isPossible(), "socat is missing; install it with: apt-get install socat");
        Path link = folder.resolve("port");
        try (SocatBoard board = SocatBoard.plugIn(link)) {
            Ran plain = Ran.of("ports", "--port", link.toString(), "--json");
            assertEquals(0, plain.exitCode(), plain.err());
            assertFalse(port(plain, link).has("roller"));
            assertTrue(port(plain, link).required("writable").asBoolean());
            assertEquals(0, board.requestCount());

            JsonNode roller = port(Ran.of("ports", "--ask", "--port", link.toString(), "--json"), link)
                    .required("roller");
            assertEquals(
                    SocatBoard.boardSerial(1), roller.required("board_serial").asText());
            assertEquals(48, roller.required("pad_count").asInt());
            assertEquals(100, roller.required("rate_hz").asInt());
            assertTrue(board.requestCount() >= 1, "asked, and asked again where the answer was late");

            Ran shown = Ran.of("ports", "--ask", "--port", link.toString());
            assertTrue(shown.out().contains("board " + SocatBoard.boardSerial(1) + ", firmware "), shown.out());
            assertTrue(shown.out().contains("48 pads at 100 Hz"), shown.out());
        }
    }

    @Test
    void portThatIsNotThereIsSaidAndNoMistake() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Ran ran = Ran.of("ports", "--ask", "--port", nowhere.toString());
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("is not there; is the roller plugged in?"), ran.out());
        assertFalse(port(Ran.of("ports", "--port", nowhere.toString(), "--json"), nowhere)
                .required("present")
                .asBoolean());
    }

    @Test
    void impossibleLineRateIsRefused() {
        Ran ran = Ran.of("ports", "--ask", "--port", folder.resolve("nowhere").toString(), "--baud", "7");
        assertEquals(CommandFailure.WRONG_USAGE, ran.exitCode());
        assertTrue(ran.err().contains("baud must be 9600..4000000"), ran.err());
    }
}
