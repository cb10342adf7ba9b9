package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every least and greatest value of {@code messages.csv} is taken, and what lies one beyond is refused. */
class WireRangeTest {
    private static final Map<String, Integer> TYPE_BYTES = Map.of("u8", 1, "u16", 2, "i16", 2, "u32", 4, "u64", 8);

    /** A field of a message that a board sends. */
    record Field(String message, String name, int offsetBytes, int sizeBytes, BigInteger least, BigInteger greatest) {
        static Field of(String line) {
            String[] cells = line.split(",", -1);
            return new Field(
                    cells[0],
                    cells[4],
                    Integer.parseInt(cells[3]),
                    TYPE_BYTES.get(cells[5]),
                    new BigInteger(cells[9]),
                    new BigInteger(cells[10]));
        }

        /** The encoded message with this field changed, its checksum right. */
        byte[] with(BigInteger value) {
            byte[] body = plainBody(message);
            for (int byteIndex = 0; byteIndex < sizeBytes; byteIndex++) {
                body[offsetBytes + byteIndex] = value.shiftRight(8 * byteIndex).byteValue();
            }
            return FrameEncoder.enclose(body);
        }

        boolean holds(BigInteger value) {
            BigInteger modulus = BigInteger.ONE.shiftLeft(8 * sizeBytes);
            boolean signed = least.signum() < 0;
            BigInteger low = signed ? modulus.shiftRight(1).negate() : BigInteger.ZERO;
            return value.compareTo(low) >= 0 && value.compareTo(low.add(modulus)) < 0;
        }
    }

    /** A good message of that name, without checksum and framing. */
    private static byte[] plainBody(String message) {
        byte[] encoded = Vectors.valid("board_to_host").stream()
                .filter(vector -> vector.text("message").equals(message))
                .filter(vector -> !vector.name().contains("all_m"))
                .findFirst()
                .orElseThrow()
                .bytes("encoded_hex");
        byte[] pieces = Arrays.copyOf(encoded, encoded.length - 1);
        int at = 0;
        byte[] body = new byte[pieces.length];
        int bodyBytes = 0;
        while (at < pieces.length) {
            int code = pieces[at] & 0xFF;
            System.arraycopy(pieces, at + 1, body, bodyBytes, code - 1);
            bodyBytes += code; // the zero that the code stands for is there already
            at += code;
        }
        return Arrays.copyOf(body, bodyBytes - 3); // less the zero after the end, and the checksum
    }

    static Stream<Field> fields() throws IOException {
        return Files.readAllLines(Vectors.root().resolve("messages.csv")).stream()
                .skip(1)
                .filter(line -> line.contains(",board_to_host,"))
                // The id chooses the message and the pad count its length: the vectors have those.
                .filter(line -> !line.contains(",message_id,") && !line.contains(",pad_count,u8"))
                .map(Field::of);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothEndsAreTakenAndWhatLiesBeyondIsRefused(Field field) {
        for (BigInteger value : List.of(field.least(), field.greatest())) {
            Received received = Received.from(field.with(value));
            assertEquals(List.of(), received.rejections, field + " = " + value);
            assertEquals(1, received.all.size());
        }
        for (BigInteger value :
                List.of(field.least().subtract(BigInteger.ONE), field.greatest().add(BigInteger.ONE))) {
            if (field.holds(value)) {
                assertEquals(
                        List.of(RejectReason.BAD_VALUE),
                        Received.from(field.with(value)).rejections,
                        field + " = " + value);
            }
        }
    }

    @Test
    void someFieldsHaveLessThanTheirTypesRange() throws IOException {
        long narrowCount = fields().filter(field -> field.holds(field.greatest().add(BigInteger.ONE)))
                .count();
        assertTrue(narrowCount >= 4, narrowCount + " fields");
    }
}
