package org.rollscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.ArchiveException;

/**
 * A training log's view of a session: one record a second with fields of our own, never the frames themselves.
 *
 * <p>Pain stands only in records from the first word about it on: readers show a missing value of such a field as 0. <b>Source.</b> Numbers
 * of messages and fields: the public profile of FIT; sport 10 and 19 are "training" and "flexibility training".
 */
public final class FitFormat implements ExportFormat {
    /** Seconds from 1970 to the epoch of FIT, 1989-12-31. */
    private static final long EPOCH_S = 631_065_600;

    private static final int TIMESTAMP = 253;
    private static final int DEVELOPMENT = 255;
    private static final int TRAINING = 10;
    private static final int FLEXIBILITY = 19;
    private static final int STOP = 1;
    private static final int MEAN = 0;
    private static final int PEAK = 1;
    private static final int ACTIVE = 2;
    private static final int PAIN = 3;
    private static final int HELD = 4;
    private static final int OVER = 5;
    private static final int UINT8 = 0x02;

    @Override
    public String word() {
        return "fit";
    }

    @Override
    public String texts() {
        return "The file holds no texts of people: the format has no place for them that programs show. Title, "
                + "authors and note stand whole in README.txt.";
    }

    @Override
    public void write(ExportJob job, Path folder) throws IOException, ArchiveException, ExportException {
        for (ExportedSession session : job.sessions()) {
            FitFile file = new FitFile();
            begin(file, session);
            writeSeconds(file, session, job.progress());
            end(file, session);
            file.write(folder.resolve(session.sessionId() + ".fit"));
        }
    }

    private static long startS(ExportedSession session) {
        return session.record().startedAt().getEpochSecond() - EPOCH_S;
    }

    private static void begin(FitFile file, ExportedSession session) {
        long startS = startS(session);
        file.add(new FitMessage(0)
                .choice(0, 4)
                .uint16(1, DEVELOPMENT)
                .uint16(2, 0)
                .uint32(4, startS));
        file.add(new FitMessage(23)
                .uint32(TIMESTAMP, startS)
                .uint8(0, 0)
                .uint16(2, DEVELOPMENT)
                .uint16(4, 0));
        byte[] application = Arrays.copyOf("rollscope".getBytes(StandardCharsets.US_ASCII), 16);
        file.add(new FitMessage(207).bytes(1, application).uint8(3, 0));
        field(file, MEAN, FitMessage.FLOAT32, "mean_pressure", "kPa");
        field(file, PEAK, FitMessage.FLOAT32, "peak_pressure", "kPa");
        field(file, ACTIVE, UINT8, "active_pads", "");
        field(file, PAIN, FitMessage.FLOAT32, "pain", "");
        field(file, HELD, FitMessage.FLOAT32, "hold_time", "s");
        field(file, OVER, FitMessage.FLOAT32, "time_over_ceiling", "s");
        file.add(new FitMessage(21).uint32(TIMESTAMP, startS).choice(0, 0).choice(1, 0));
    }

    private static void field(FitFile file, int number, int code, String name, String unit) {
        FitMessage described =
                new FitMessage(206).uint8(0, 0).uint8(1, number).uint8(2, code).text(3, name);
        file.add(unit.isEmpty() ? described : described.text(8, unit));
    }

    private static void writeSeconds(FitFile file, ExportedSession session, ExportJob.Progress progress)
            throws IOException, ArchiveException {
        FitSecond second = new FitSecond(session);
        List<RollerEvent> said = session.events().stream()
                .filter(event -> event.type() == EventType.PAIN
                        || event.type() == EventType.MARKER
                        || event.type() == EventType.SYNC)
                .sorted((one, other) -> Long.compare(one.startUs(), other.startUs()))
                .toList();
        Words words = new Words(said);
        long[] atS = {0};
        session.samples().read(row -> {
            long rowS = row.timeUs() / 1_000_000;
            if (rowS != atS[0]) {
                endSecond(file, session, second, words, atS[0]);
                atS[0] = rowS;
            }
            second.accept(row);
            progress.frameWritten();
        });
        endSecond(file, session, second, words, atS[0]);
    }

    private static void endSecond(FitFile file, ExportedSession session, FitSecond second, Words words, long atS) {
        if (second.isEmpty()) {
            return;
        }
        long timeS = startS(session) + atS;
        words.goOn(file, timeS, (atS + 1) * 1_000_000);
        FitMessage record = new FitMessage(20)
                .uint32(TIMESTAMP, timeS)
                .ownFloat(MEAN, second.meanKpa())
                .ownFloat(PEAK, second.peakKpa())
                .ownUint8(ACTIVE, second.activeCount());
        file.add(words.painNrs < 0 ? record : record.ownFloat(PAIN, (float) words.painNrs));
        second.restart();
    }

    /** What people said, in the order of time. */
    private static final class Words {
        private final List<RollerEvent> said;
        private int nextIndex;
        private double painNrs = -1;

        private Words(List<RollerEvent> said) {
            this.said = said;
        }

        private void goOn(FitFile file, long timeS, long beforeUs) {
            while (nextIndex < said.size() && said.get(nextIndex).startUs() < beforeUs) {
                RollerEvent word = said.get(nextIndex++);
                if (word.type() == EventType.PAIN) {
                    painNrs = word.details().value(RollerEvent.PAIN_NRS);
                } else {
                    file.add(new FitMessage(21)
                            .uint32(TIMESTAMP, timeS)
                            .choice(0, 32)
                            .choice(1, 3));
                }
            }
        }
    }

    private static void end(FitFile file, ExportedSession session) {
        long startS = startS(session);
        long lengthMs = session.summary().durationMs();
        long endS = startS + (lengthMs + 999) / 1000;
        file.add(new FitMessage(21).uint32(TIMESTAMP, endS).choice(0, 0).choice(1, 4));
        file.add(new FitMessage(19)
                .uint32(TIMESTAMP, endS)
                .uint16(254, 0)
                .choice(0, 9)
                .choice(1, STOP)
                .uint32(2, startS)
                .uint32(7, lengthMs)
                .uint32(8, lengthMs)
                .choice(25, TRAINING));
        FitMessage whole = new FitMessage(18)
                .uint32(TIMESTAMP, endS)
                .uint16(254, 0)
                .choice(0, 8)
                .choice(1, STOP)
                .uint32(2, startS)
                .choice(5, TRAINING)
                .choice(6, FLEXIBILITY)
                .uint32(7, lengthMs)
                .uint32(8, lengthMs)
                .uint16(25, 0)
                .uint16(26, 1)
                .choice(28, 0)
                .ownFloat(MEAN, (float) session.summary().meanPressureKpa())
                .ownFloat(PEAK, (float) session.summary().peakPressureKpa())
                .ownFloat(HELD, session.summary().holdMs() / 1000f)
                .ownFloat(OVER, session.summary().overCeilingMs() / 1000f);
        file.add(whole);
        file.add(new FitMessage(34)
                .uint32(TIMESTAMP, endS)
                .uint32(0, lengthMs)
                .uint16(1, 1)
                .choice(2, 0)
                .choice(3, 26)
                .choice(4, STOP)
                .uint32(5, endS));
    }
}
