package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.slf4j.LoggerFactory;

/** A database that refuses every block for a while, as a full disk does; {@code SqliteSessionArchiveIT} fills a real one. */
class FailingDiskTest {
    private static final long PERIOD_US = 5_000;
    private static final int FRAMES_PER_BLOCK_COUNT = 96;

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RecordingThread.class);
    private SessionArchive archive;

    @BeforeEach
    void openArchive() throws ArchiveException {
        archive = SqliteSessionArchive.open(folder);
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void closeArchive() {
        logger.detachAppender(said);
        archive.close();
    }

    private void execute(String sql) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve(SqliteSessionArchive.FILE_NAME);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fillFromBlock(int blockIndex) throws SQLException {
        execute("create trigger full before insert on frame_block when new.block_id % 4294967296 >= " + blockIndex
                + " begin select raise(abort, 'no space left'); end");
    }

    private void free() throws SQLException {
        execute("drop trigger full");
    }

    private SessionWriter begin() throws ArchiveException {
        return archive.begin(ExampleSession.record("a", Instant.EPOCH), ExampleSession.DOCUMENTS);
    }

    private static List<RawFrame> run(int firstIndex, int frameCount) {
        List<RawFrame> frames = new ArrayList<>();
        RandomFrames source = new RandomFrames(firstIndex, 2);
        for (long index = firstIndex; index < firstIndex + frameCount; index++) {
            frames.add(source.frame(0, index, index * PERIOD_US, index * PERIOD_US * 1000, 0));
        }
        return frames;
    }

    private static RecordingState await(SessionWriter writer, boolean troubled) {
        Deadline deadline = new Deadline(20_000);
        while ((writer.state().trouble() != null) != troubled) {
            deadline.check("trouble " + troubled);
        }
        return writer.state();
    }

    private static void appendFirstBlock(SessionWriter writer, List<RawFrame> frames) {
        frames.subList(0, FRAMES_PER_BLOCK_COUNT).forEach(writer::append);
        Deadline deadline = new Deadline(10_000);
        while (writer.state().waitingFrameCount() > 0) {
            deadline.check("the first block");
        }
    }

    private List<RawFrame> stored() throws ArchiveException {
        List<RawFrame> frames = new ArrayList<>();
        archive.frames("a", frames::add);
        return frames;
    }

    private List<Level> levels() {
        return said.list.stream().map(ILoggingEvent::getLevel).toList();
    }

    @Test
    void whatWaitedForTheDiskIsWrittenWhenItTakesFramesAgain() throws Exception {
        SessionWriter writer = begin();
        List<RawFrame> frames = run(0, 30 * FRAMES_PER_BLOCK_COUNT);
        appendFirstBlock(writer, frames);
        fillFromBlock(1);
        frames.subList(FRAMES_PER_BLOCK_COUNT, frames.size()).forEach(writer::append);
        RecordingState state = await(writer, true);
        assertFalse(state.recording());
        assertTrue(state.trouble().contains("no space left"), state.trouble());
        assertEquals(0, state.unrecordedFrameCount());
        free();
        await(writer, false);
        writer.end(ExampleSession.closed());
        StoredSession session = archive.session("a").orElseThrow();
        assertEquals(RandomFrames.texts(frames), RandomFrames.texts(stored()));
        assertEquals(ExampleSession.closed(), session.closed());
        Outage outage = session.outages().get(0);
        assertEquals(Outage.Kind.RECORDING, outage.kind());
        assertEquals(0, outage.lostFrameCount());
        assertTrue(outage.reason().contains("no space left"), outage.reason());
        assertEquals(FRAMES_PER_BLOCK_COUNT * PERIOD_US, outage.startUs());
        assertEquals(frames.get(frames.size() - 1).deviceTimeUs(), outage.endUs());
        assertEquals(List.of(Level.WARN, Level.INFO), levels(), said.list.toString());
    }

    @Test
    void whatCannotWaitAnyLongerIsAHoleThatIsCountedAndSeenAsAGap() throws Exception {
        SessionWriter writer = begin();
        int hungCount = (RecordingBacklog.MAX_BLOCK_COUNT + 50) * FRAMES_PER_BLOCK_COUNT;
        List<RawFrame> frames = run(0, hungCount);
        appendFirstBlock(writer, frames);
        fillFromBlock(1);
        frames.subList(FRAMES_PER_BLOCK_COUNT, hungCount).forEach(writer::append);
        await(writer, true);
        long lostCount = 49L * FRAMES_PER_BLOCK_COUNT;
        assertEquals(lostCount, writer.state().unrecordedFrameCount());
        free();
        await(writer, false);
        List<RawFrame> after = run(hungCount, 300);
        after.forEach(writer::append);
        writer.end(ExampleSession.closed());

        List<RawFrame> back = stored();
        assertEquals(hungCount + 300 - lostCount, back.size());
        RawFrame behindTheHole = back.get(back.size() - 300);
        assertEquals(hungCount, behindTheHole.sequence());
        assertEquals(lostCount, behindTheHole.lostBeforeCount());
        assertEquals(
                RandomFrames.texts(after.subList(1, 300)),
                RandomFrames.texts(back.subList(back.size() - 299, back.size())));
        List<Outage> outages = archive.session("a").orElseThrow().outages();
        assertEquals(1, outages.size(), outages.toString());
        assertEquals(lostCount, outages.get(0).lostFrameCount());
        assertEquals(List.of(), archive.verify(count -> {}).problems());
        assertEquals(List.of(Level.WARN, Level.INFO), levels(), said.list.toString());
    }

    @Test
    void closingTheArchiveGivesUpWhatAFullDiskDoesNotTake() throws Exception {
        SessionWriter writer = begin();
        fillFromBlock(2);
        run(0, 10 * FRAMES_PER_BLOCK_COUNT).forEach(writer::append);
        writer.end(ExampleSession.closed());
        await(writer, true);
        archive.close();
        RecordingState state = writer.state();
        assertFalse(state.recording());
        assertNotNull(state.trouble());
        assertEquals(0, state.waitingFrameCount());
        openArchive();
        SessionArchive.Verification found = archive.verify(count -> {});
        assertEquals(List.of(), found.problems());
        assertEquals(10 * FRAMES_PER_BLOCK_COUNT, found.frameCount() + state.unrecordedFrameCount());
        assertTrue(state.unrecordedFrameCount() >= 8 * FRAMES_PER_BLOCK_COUNT, state.toString());
        assertNull(archive.session("a").orElseThrow().closed(), "a session without its end is one that was cut off");
        assertEquals(2, levels().size(), said.list.toString());
    }
}
