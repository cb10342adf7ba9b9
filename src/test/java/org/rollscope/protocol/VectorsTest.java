package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.frame.FeedbackSignal;
import org.rollscope.protocol.Vectors.Vector;

class VectorsTest {
    private static final String TO_HOST = "board_to_host";
    private static final String TO_BOARD = "host_to_board";

    static List<Vector> validToHost() {
        return Vectors.valid(TO_HOST);
    }

    static List<Vector> writtenByUs() {
        return Vectors.valid(TO_HOST).stream()
                .filter(vector -> Set.of("frame", "hello").contains(vector.text("message")))
                .toList();
    }

    static List<Vector> commandsWrittenByUs() {
        return Vectors.valid(TO_BOARD);
    }

    static List<Vector> invalid() {
        return Vectors.of("invalid");
    }

    static List<Vector> streams() {
        return Vectors.of("streams");
    }

    @ParameterizedTest
    @MethodSource("validToHost")
    void validVectorDecodesToExactlyItsFields(Vector vector) {
        Received received = Received.from(vector.bytes("encoded_hex"));
        assertEquals(1, received.all.size());
        JsonNode found = received.all.get(0);
        assertEquals(vector.text("message"), found.path("message").asText());
        assertEquals(
                vector.json().required("fields").toString(),
                found.path("fields").toString());
    }

    @ParameterizedTest
    @MethodSource("validToHost")
    void checksumIsTheOneThatTheVectorStates(Vector vector) {
        byte[] encoded = vector.bytes("encoded_hex");
        byte[] message = new byte[Wire.MAX_ENCODED_BYTES];
        int messageBytes = Cobs.decode(encoded, 0, encoded.length - 1, message);
        int crc = Crc16.of(message, 0, messageBytes - Wire.CRC_BYTES);
        assertEquals(Integer.parseInt(vector.text("crc_hex"), 16), crc);
    }

    @Test
    void checksumOfTheNineDigitsIsTheSpecifiedOne() {
        byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(0x29B1, Crc16.of(digits, 0, digits.length));
    }

    @ParameterizedTest
    @MethodSource("writtenByUs")
    void whatWasDecodedEncodesToTheVectorsBytes(Vector vector) {
        byte[] expected = vector.bytes("encoded_hex");
        Received received = Received.from(expected);
        byte[] written = vector.text("message").equals("frame")
                ? FrameEncoder.frame(received.frames.get(0))
                : FrameEncoder.hello(received.hellos.get(0));
        assertArrayEquals(expected, written);
    }

    @ParameterizedTest
    @MethodSource("commandsWrittenByUs")
    void commandEncodesToTheVectorsBytes(Vector vector) {
        JsonNode fields = vector.json().required("fields");
        byte[] written =
                switch (vector.text("message")) {
                    case "set_rate" ->
                        FrameEncoder.setRate(fields.required("rate_hz").asInt());
                    case "ping" ->
                        FrameEncoder.ping(fields.required("token_count").asLong());
                    case "feedback" ->
                        FrameEncoder.feedback(new FeedbackSignal(
                                fields.required("led_ratio").asInt() / 255.0,
                                fields.required("vibration_ratio").asInt() / 255.0,
                                fields.required("buzzer_hz").asInt(),
                                fields.required("feedback_ms").asInt()));
                    case "hello_request" -> withoutLeadingDelimiter(FrameEncoder.helloRequest());
                    default -> throw new IllegalStateException("nobody writes a " + vector.text("message"));
                };
        assertArrayEquals(vector.bytes("encoded_hex"), written);
    }

    private static byte[] withoutLeadingDelimiter(byte[] command) {
        assertEquals(0, command[0], "the first command cuts off what the line held before");
        return Arrays.copyOfRange(command, 1, command.length);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidVectorIsRejectedForItsReason(Vector vector) {
        Received received = Received.from(vector.bytes("encoded_hex"));
        assertEquals(List.of(RejectReason.valueOf(vector.text("reject_reason"))), received.rejections);
        assertEquals(1, received.all.size());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamGivesItsListInChunksOfEverySize(Vector vector) {
        byte[] stream = vector.bytes("stream_hex");
        String expected = Received.text(vector.json().required("expected"));
        for (int chunkBytes = 1; chunkBytes <= stream.length; chunkBytes++) {
            assertEquals(expected, Received.text(Received.from(stream, chunkBytes).all), "chunks of " + chunkBytes);
        }
    }

    @Test
    void splitStreamGivesItsListInItsOwnChunks() {
        Vector vector = streams().stream()
                .filter(found -> found.name().equals("split"))
                .findFirst()
                .orElseThrow();
        byte[] stream = vector.bytes("stream_hex");
        Received received = new Received();
        FrameDecoder decoder = new FrameDecoder(received);
        int fromIndex = 0;
        for (JsonNode chunkBytes : vector.json().required("chunk_byte_counts")) {
            decoder.accept(stream, fromIndex, chunkBytes.asInt(), 0);
            fromIndex += chunkBytes.asInt();
        }
        assertEquals(stream.length, fromIndex);
        assertEquals(Received.text(vector.json().required("expected")), Received.text(received.all));
    }

    @Test
    void everyMessageOfTheTableHasAVector() throws IOException {
        Set<String> inTable = Files.readAllLines(Vectors.root().resolve("messages.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[2] + " " + cells[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inVectors = Vectors.of("valid").stream()
                .map(vector -> vector.text("direction") + " " + vector.text("message"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(inTable, inVectors);
        assertTrue(inTable.size() >= 10, inTable.toString());
    }

    @Test
    void everyReasonToRejectHasAVector() {
        Set<String> reasons =
                invalid().stream().map(vector -> vector.text("reject_reason")).collect(Collectors.toSet());
        assertEquals(Arrays.stream(RejectReason.values()).map(Enum::name).collect(Collectors.toSet()), reasons);
    }
}
