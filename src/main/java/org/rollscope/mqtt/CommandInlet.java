package org.rollscope.mqtt;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandCounters;
import org.rollscope.command.CommandGate;
import org.rollscope.command.CommandLimits;
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.frame.HostClock;
import org.rollscope.session.FramePoint;
import org.rollscope.telemetry.ControlTopics;
import org.rollscope.telemetry.MetricsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where commands come in: reads them, lets each in once and not too many, has them done, answers, logs one line each.
 *
 * <p>An answer goes to {@code rollscope/v1/ROLLER/answer/CLIENT} of this roller only: otherwise anybody who may command could make
 * the service publish anywhere. <b>Threads.</b> Any.
 */
public final class CommandInlet {
    private static final Logger LOG = LoggerFactory.getLogger(CommandInlet.class);
    private static final String NOBODY = "-";
    private static final long FRAMES_WAIT_MS = 10_000;

    private final String rollerId;
    private final AnswerTopics answerTopics;
    private final CommandReceiver receiver;
    private final CommandGate gate;
    private final HostClock clock;
    private final MetricsCodec codec = new MetricsCodec();
    private final AnswerLine line = new AnswerLine();
    private volatile Runnable wake = () -> {};
    private final AtomicLong receivedCount = new AtomicLong();
    private final AtomicLong doneCount = new AtomicLong();
    private final AtomicLong refusedCount = new AtomicLong();
    private final AtomicLong limitedCount = new AtomicLong();
    private final AtomicLong repeatedCount = new AtomicLong();

    /**
     * An inlet of one roller.
     *
     * @param rollerId whose.
     * @param limits how many commands it takes.
     * @param receiver does them.
     * @param clock for the limits and {@code sent_at}.
     */
    public CommandInlet(String rollerId, CommandLimits limits, CommandReceiver receiver, HostClock clock) {
        this.rollerId = rollerId;
        this.receiver = receiver;
        this.clock = clock;
        gate = new CommandGate(limits, clock.monotonicNs());
        answerTopics = new AnswerTopics(rollerId, clock.monotonicNs());
    }

    /** Topic of the commands of a roller. */
    static String commandPath(String rollerId) {
        return ControlTopics.command(rollerId);
    }

    /** Topic of the answers to a client. */
    static String answerPath(String rollerId, String clientId) {
        return ControlTopics.answer(rollerId, clientId);
    }

    /** What became of the commands so far. */
    public CommandCounters counters() {
        return new CommandCounters(
                receivedCount.get(),
                doneCount.get(),
                refusedCount.get(),
                limitedCount.get(),
                repeatedCount.get(),
                answerTopics.unanswerableCount());
    }

    /** The answers, for who sends them; {@code wake} is called when there is one. */
    AnswerLine line(Runnable wakeSender) {
        wake = wakeSender;
        return line;
    }

    /**
     * Takes in what came on the topic of commands; never throws.
     *
     * @param payload what came.
     * @param retained whether the broker kept it from earlier.
     * @param responsePath where the answer is wanted, null for nowhere.
     * @param correlation given back with the answer, null for none.
     */
    void arrived(byte[] payload, boolean retained, @Nullable String responsePath, byte @Nullable [] correlation) {
        receivedCount.incrementAndGet();
        String clientId = answerTopics.clientOf(responsePath, clock.monotonicNs());
        Way way = clientId == null ? new Way(null, NOBODY, null) : new Way(responsePath, clientId, correlation);
        boolean admitted = gate.admits(clock.monotonicNs());
        if (!admitted && limitedCount.getAndIncrement() > 0 && way.path == null) {
            return; // said once; nobody waits for an answer
        }
        CommandCodec.Read read = retained
                ? new CommandCodec.Read.Wrong(null, null, "a retained command is not obeyed; send it without retain")
                : CommandCodec.read(payload);
        if (read instanceof CommandCodec.Read.Wrong wrong) {
            refuse(way, wrong.commandId(), wrong.name(), NOBODY, wrong.reason(), admitted);
        } else if (read instanceof CommandCodec.Read.Sound sound) {
            if (admitted) {
                enter(way, sound.request());
            } else {
                refuse(way, sound.request(), "too many commands; wait a second and send it again", false);
            }
        }
    }

    private void enter(Way way, CommandRequest request) {
        CommandGate.Verdict verdict = gate.enter(way.clientId, request, answer -> {
            repeatedCount.incrementAndGet();
            way.send(request.commandId(), request.command().name().word(), answer);
            log(way, request, "repeated, " + (answer.ok() ? "ok: " : "error: ") + answer.message());
        });
        switch (verdict) {
            case NEW -> receive(way, request);
            case CONTRADICTION -> refuse(way, request, "command_id was used for another command; take a new one", true);
            case REPEATED -> {
                // the gate has answered it, or will
            }
        }
    }

    private void receive(Way way, CommandRequest request) {
        Reply reply = new Reply(way, request);
        try {
            receiver.receive(request, reply);
        } catch (RuntimeException mistake) {
            LOG.error(
                    "command {} failed by a mistake of ours",
                    request.command().name().word(),
                    mistake);
            reply.answer(CommandAnswer.refused("the service made a mistake of its own; see its log"));
        }
    }

    private void refuse(Way way, CommandRequest request, String reason, boolean told) {
        refuse(way, request.commandId(), request.command().name().word(), request.sender(), reason, told);
    }

    private void refuse(
            Way way,
            @Nullable String commandId,
            @Nullable String name,
            String sender,
            String reason,
            boolean admitted) {
        if (admitted) {
            refusedCount.incrementAndGet();
        }
        way.send(commandId, name, CommandAnswer.refused(reason));
        if (admitted || limitedCount.get() == 1) {
            LOG.info("command {} {} of {} (answer to {}): error: {}", name, commandId, sender, way.clientId, reason);
        }
    }

    private static void log(Way way, CommandRequest request, String outcome) {
        LOG.info(
                "command {} {} of {} (answer to {}): {}",
                request.command().name().word(),
                request.commandId(),
                request.sender(),
                way.clientId,
                outcome);
    }

    /** The way back to one sender. */
    private final class Way {
        private final @Nullable String path;
        private final String clientId;
        private final byte @Nullable [] correlation;

        private Way(@Nullable String path, String clientId, byte @Nullable [] correlation) {
            this.path = path;
            this.clientId = clientId;
            this.correlation = correlation == null ? null : correlation.clone();
        }

        private void send(@Nullable String commandId, @Nullable String name, CommandAnswer answer) {
            if (path != null
                    && line.add(new AnswerLine.Item(
                            path, CommandCodec.write(commandId, name, answer), correlation, "application/json"))) {
                wake.run();
            }
        }
    }

    /** The way back to the sender of one command. */
    private final class Reply implements CommandReply {
        private final Way way;
        private final CommandRequest request;
        private final String replyId;
        private long sequence;

        private Reply(Way way, CommandRequest request) {
            this.way = way;
            this.request = request;
            replyId = request.commandId();
        }

        @Override
        public void answer(CommandAnswer answer) {
            (answer.ok() ? doneCount : refusedCount).incrementAndGet();
            way.send(request.commandId(), request.command().name().word(), answer);
            log(way, request, (answer.ok() ? "ok: " : "error: ") + answer.message());
            gate.answered(way.clientId, request, answer);
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            String path = way.path;
            if (path == null) {
                return false;
            }
            Instant sentAt = clock.wallClock();
            byte[] payload = codec.encode(
                    rollerId, new MetricsMessage.Frames(points), new Envelope(replyId, sequence++, sentAt));
            try {
                boolean taken = line.addPatiently(
                        new AnswerLine.Item(path, payload, way.correlation, "application/cbor"), FRAMES_WAIT_MS);
                wake.run();
                return taken;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
