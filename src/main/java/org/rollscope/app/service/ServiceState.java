package org.rollscope.app.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.command.CommandCounters;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.RecordingState;
import org.rollscope.telemetry.Backlog;

/**
 * How a running service is, part by part, for people who look: roller, recording, restarts.
 *
 * <p><b>Threads.</b> Any.
 */
final class ServiceState {
    static final String SCHEMA = "rollscope.service-state/1";

    /**
     * How the service was at one moment.
     *
     * @param outline what changes seldom: when this differs, people should see it at once.
     * @param document all of it.
     */
    record Reading(String outline, ObjectNode document) {}

    private final String source;
    private final Instant startedAt;
    private boolean delivering;
    private String linkWords = "waiting for the roller";
    private String boardSerial = "";
    private int batteryMv;
    private @Nullable String sessionId;
    private @Nullable RecordingState recording;
    private LinkCounters lastLink = LinkCounters.ZERO;
    private double lobeAgreementRatio = Double.NaN;
    private int sessionCount;
    private int restartCount;
    private String lastNotice = "";
    private Supplier<CommandCounters> commands = () -> CommandCounters.ZERO;

    ServiceState(String source, Instant startedAt) {
        this.source = source;
        this.startedAt = startedAt;
    }

    /** Who counts the commands. */
    synchronized void countCommands(Supplier<CommandCounters> counters) {
        commands = counters;
    }

    synchronized void device(BoardHello hello) {
        boardSerial = hello.boardSerial();
        batteryMv = hello.batteryMv();
    }

    synchronized void health(BoardHealth health) {
        batteryMv = health.batteryMv();
    }

    synchronized void link(boolean comes, String words) {
        delivering = comes;
        linkWords = words;
    }

    synchronized void sessionStarted(String id) {
        sessionId = id;
    }

    synchronized void sessionEnded(LinkCounters link) {
        sessionId = null;
        recording = null;
        lastLink = link;
        sessionCount++;
    }

    /** Sessions without a load say nothing. */
    synchronized void lobeAgreement(double ratio) {
        lobeAgreementRatio = Double.isNaN(ratio) ? lobeAgreementRatio : ratio;
    }

    synchronized void recording(RecordingState state) {
        recording = state;
    }

    synchronized void notice(String line) {
        lastNotice = line;
    }

    synchronized void restarted(String why) {
        restartCount++;
        lastNotice = why;
    }

    /**
     * All of it at one moment.
     *
     * @param brokerWords the broker's state in words.
     * @param backlog what waits for it.
     * @param now goes into the document.
     */
    synchronized Reading read(String brokerWords, Backlog backlog, Instant now) {
        CommandCounters counters = commands.get();
        return new Reading(outline(brokerWords, backlog, counters), document(brokerWords, backlog, counters, now));
    }

    private String outline(String brokerWords, Backlog backlog, CommandCounters counters) {
        RecordingState state = recording;
        return delivering
                + brokerWords
                + (backlog.waitingCount() > 0)
                + (backlog.droppedCount() > 0)
                + backlog.trouble()
                + linkWords
                + boardSerial
                + sessionId
                + restartCount
                + lastNotice
                + counters
                + (state == null ? "" : state.recording() + "/" + state.trouble());
    }

    private ObjectNode document(String brokerWords, Backlog backlog, CommandCounters counters, Instant now) {
        ObjectNode document = JsonOutput.object()
                .put("schema", SCHEMA)
                .put("process_id", ProcessHandle.current().pid())
                .put("started_at", startedAt.toString())
                .put("written_at", now.toString())
                .put("source", source)
                .put("delivering", delivering)
                .put("link", linkWords)
                .put("board_serial", boardSerial)
                .put("battery_mv", batteryMv)
                .put("session_id", sessionId)
                .put("session_count", sessionCount)
                .put("last_session_lost_frame_count", lastLink.lostFrameCount())
                .put("lobe_agreement_ratio", Double.isNaN(lobeAgreementRatio) ? null : lobeAgreementRatio)
                .put("broker", brokerWords)
                .put("restart_count", restartCount)
                .put("last_notice", lastNotice);
        document.putObject("outbox")
                .put("waiting_message_count", backlog.waitingCount())
                .put("dropped_message_count", backlog.droppedCount())
                .put("trouble", backlog.trouble());
        document.putObject("commands")
                .put("received_count", counters.receivedCount())
                .put("done_count", counters.doneCount())
                .put("refused_count", counters.refusedCount())
                .put("limited_count", counters.limitedCount())
                .put("repeated_count", counters.repeatedCount())
                .put("unanswerable_count", counters.unanswerableCount());
        RecordingState state = recording;
        if (state != null) {
            document.putObject("recording")
                    .put("recording", state.recording())
                    .put("trouble", state.trouble())
                    .put("waiting_frame_count", state.waitingFrameCount())
                    .put("unrecorded_frame_count", state.unrecordedFrameCount());
        }
        return document;
    }
}
