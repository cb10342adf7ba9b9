package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.Outage;

/**
 * Events as the annotations of EDF+: which stand in which second, each behind the time of its record.
 *
 * <p><b>Source.</b> EDF+ specification, section 2.2: time-stamped annotation lists.
 */
final class EdfAnnotations {
    private static final char DURATION = 0x15;
    private static final char END_OF_TEXT = 0x14;

    private final List<byte[]> records = new ArrayList<>();
    private int longestBytes;

    EdfAnnotations(ExportedSession session, int recordCount) {
        List<StringBuilder> texts = new ArrayList<>();
        for (int second = 0; second < recordCount; second++) {
            texts.add(new StringBuilder()
                    .append('+')
                    .append(second)
                    .append(END_OF_TEXT)
                    .append(END_OF_TEXT)
                    .append('\0'));
        }
        for (RollerEvent event : session.events()) {
            add(texts, event.startUs(), event.endUs(), event.type().word());
        }
        for (Outage outage : session.outages()) {
            add(
                    texts,
                    outage.startUs(),
                    outage.endUs(),
                    "outage of the " + outage.kind().word());
        }
        for (StringBuilder text : texts) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            longestBytes = Math.max(longestBytes, bytes.length);
            records.add(bytes);
        }
    }

    private static void add(List<StringBuilder> texts, long startUs, long endUs, String words) {
        int second = (int) Math.min(texts.size() - 1L, Math.max(0, startUs / 1_000_000));
        StringBuilder text = texts.get(second).append('+').append(seconds(startUs));
        if (endUs > startUs) {
            text.append(DURATION).append(seconds(endUs - startUs));
        }
        text.append(END_OF_TEXT).append(words).append(END_OF_TEXT).append('\0');
    }

    private static String seconds(long timeUs) {
        return String.format(Locale.ROOT, "%d.%06d", timeUs / 1_000_000, timeUs % 1_000_000);
    }

    /** How many bytes each record needs. */
    int longestBytes() {
        return longestBytes;
    }

    /** The annotations of a record, filled up with zeros. */
    byte[] record(int second, int lengthBytes) {
        ByteArrayOutputStream record = new ByteArrayOutputStream(lengthBytes);
        record.writeBytes(records.get(second));
        record.writeBytes(new byte[lengthBytes - record.size()]);
        return record.toByteArray();
    }
}
