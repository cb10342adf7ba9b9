package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.FeedbackSignal;

/** Holds every layout constant of {@link Wire} against {@code messages.csv}, and the other way round. */
class WireLayoutTest {
    private static final Map<String, Integer> TYPE_BYTES = Map.of("u8", 1, "u16", 2, "i16", 2, "u32", 4, "u64", 8);

    private record Row(
            String message, int messageId, int offsetBytes, String field, String type, String count, String maximum) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    Integer.decode(cells[1]),
                    Integer.parseInt(cells[3]),
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[10]);
        }

        boolean repeated() {
            return count.equals("pad_count");
        }

        int endBytes() {
            return offsetBytes + TYPE_BYTES.get(type) * (repeated() ? 0 : Integer.parseInt(count));
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Vectors.root().resolve("messages.csv")).stream()
                .skip(1)
                .map(Row::of)
                .toList();
    }

    private static Map<String, Integer> constants(String suffix) throws IllegalAccessException {
        Map<String, Integer> constants = new TreeMap<>();
        for (Field field : Wire.class.getDeclaredFields()) {
            if (field.getType() == int.class && field.getName().endsWith(suffix)) {
                constants.put(field.getName(), field.getInt(null));
            }
        }
        return constants;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    @Test
    void everyMessageIdIsThatOfTheTable() throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        rows().forEach(row -> expected.put(upper(row.message()) + "_ID", row.messageId()));
        assertEquals(expected, constants("_ID"));
    }

    @Test
    void everyOffsetIsThatOfTheTable() throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        for (Row row : rows()) {
            if (!row.field().equals("message_id")) {
                expected.put(upper(row.message() + "_" + row.field()) + "_OFFSET_BYTES", row.offsetBytes());
            }
        }
        assertEquals(expected, constants("_OFFSET_BYTES"));
    }

    @Test
    void everyLengthIsThatOfTheTable() throws Exception {
        Map<String, Integer> fixedBytes = new TreeMap<>();
        Map<String, Integer> perPadBytes = new TreeMap<>();
        for (Row row : rows()) {
            fixedBytes.merge(row.message(), row.endBytes(), Math::max);
            perPadBytes.merge(row.message(), row.repeated() ? TYPE_BYTES.get(row.type()) : 0, Integer::sum);
        }
        assertEquals(fixedBytes.get("status"), Wire.STATUS_BYTES);
        assertEquals(fixedBytes.get("button"), Wire.BUTTON_BYTES);
        assertEquals(fixedBytes.get("pong"), Wire.PONG_BYTES);
        assertEquals(fixedBytes.get("command_result"), Wire.COMMAND_RESULT_BYTES);
        for (int padCount = 1; padCount <= Wire.MAX_PAD_COUNT; padCount++) {
            assertEquals(fixedBytes.get("frame") + perPadBytes.get("frame") * padCount, Wire.frameBytes(padCount));
            assertEquals(fixedBytes.get("hello") + perPadBytes.get("hello") * padCount, Wire.helloBytes(padCount));
        }
        int enclosingBytes = 4; // code byte, checksum, delimiter
        assertEquals(fixedBytes.get("set_rate") + enclosingBytes, FrameEncoder.setRate(100).length);
        assertEquals(fixedBytes.get("ping") + enclosingBytes, FrameEncoder.ping(1).length);
        assertEquals(fixedBytes.get("feedback") + enclosingBytes, FrameEncoder.feedback(FeedbackSignal.OFF).length);
    }

    @Test
    void fieldsOfAMessageLieOneBehindTheOther() throws IOException {
        Map<String, Integer> endBytes = new TreeMap<>();
        for (Row row : rows()) {
            assertEquals(endBytes.getOrDefault(row.message(), 0), row.offsetBytes(), row.toString());
            endBytes.put(row.message(), row.endBytes());
        }
    }

    @Test
    void mostPadsIsThatOfTheTable() throws IOException {
        for (Row row : rows()) {
            if (row.field().equals("pad_count")) {
                assertEquals(Wire.MAX_PAD_COUNT, Integer.parseInt(row.maximum()));
            }
        }
    }
}
