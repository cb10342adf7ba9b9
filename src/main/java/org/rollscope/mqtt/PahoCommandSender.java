package org.rollscope.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandSender;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands over one connection that stands from the first command on and is opened anew by the next one when it was lost.
 *
 * <p>A command that nobody has taken in time is given up together with its connection, so that it is not done minutes later.
 * <b>Threads.</b> One daemon thread, on which outcomes are told too.
 */
public final class PahoCommandSender implements CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(PahoCommandSender.class);
    private static final long PATIENCE_MS = 5000;
    /** It takes five seconds to look at an unloaded roller; the service gives up after fifteen. */
    private static final long TARE_PATIENCE_MS = 20_000;
    /** More commands than this do not wait: nobody presses so quickly. */
    private static final int LIMIT_COUNT = 64;

    private static final long GOODBYE_MS = 1000;

    private final MqttSettings settings;
    private final String sender;
    private final HostClock clock;
    private final long patienceMs;
    private final String clientId =
            "rollscope-orders-" + UUID.randomUUID().toString().substring(0, 8);
    private final MetricsCodec codec = new MetricsCodec();
    private final Map<String, Order> waiting = new HashMap<>();
    private final ScheduledThreadPoolExecutor thread;
    private @Nullable PahoConnection standing;
    private @Nullable String failureWords;
    private long failedNs;

    /** A command on its way. */
    private static final class Order {
        private final String commandId = UUID.randomUUID().toString();
        private final String rollerId;
        private final CommandName name;
        private final Outcome outcome;
        private final long askedNs;
        private long heardNs;
        private boolean taken;
        private @Nullable ScheduledFuture<?> watch;

        Order(String rollerId, CommandName name, Outcome outcome, long askedNs) {
            this.rollerId = rollerId;
            this.name = name;
            this.outcome = outcome;
            this.askedNs = askedNs;
            this.heardNs = askedNs;
        }
    }

    private long patienceMs(Order order) {
        return order.name == CommandName.TARE ? TARE_PATIENCE_MS : patienceMs;
    }

    /**
     * Speaks to no broker yet.
     *
     * @param settings the broker.
     * @param sender who says so, for the logs of services: 1 to 64 of letters, digits and {@code ._@-}.
     * @param clock for the patience.
     */
    public PahoCommandSender(MqttSettings settings, String sender, HostClock clock) {
        this(settings, sender, clock, PATIENCE_MS);
    }

    PahoCommandSender(MqttSettings settings, String sender, HostClock clock, long patienceMs) {
        this.settings = settings;
        this.sender = sender;
        this.clock = clock;
        this.patienceMs = patienceMs;
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "rollscope-mqtt-orders");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void send(String rollerId, CommandName name, Map<String, String> args, Outcome outcome) {
        if (thread.getQueue().size() > LIMIT_COUNT) {
            outcome.unanswered("too many commands wait already");
            return;
        }
        Order order = new Order(rollerId, name, outcome, clock.monotonicNs());
        try {
            Map<String, String> copy = Map.copyOf(args);
            thread.execute(() -> send(order, copy));
        } catch (RejectedExecutionException closed) {
            outcome.unanswered("the connection is closed");
        }
    }

    private void send(Order order, Map<String, String> args) {
        String knownWords = failureWords;
        if (knownWords != null && order.askedNs < failedNs) {
            order.outcome.unanswered(knownWords); // it was asked before that attempt ended
            return;
        }
        waiting.put(order.commandId, order);
        try {
            PahoConnection connection = connection();
            failureWords = null;
            MqttProperties properties = new MqttProperties();
            properties.setResponseTopic(CommandInlet.answerPath(order.rollerId, clientId));
            properties.setCorrelationData(order.commandId.getBytes(StandardCharsets.UTF_8));
            connection.publish(
                    CommandInlet.commandPath(order.rollerId),
                    new MqttMessage(
                            CommandCodec.write(order.commandId, order.name.word(), args, sender), 1, false, properties),
                    () -> later(() -> order.taken = true),
                    reasonCode -> later(() -> giveUp(order, FailureWords.ofCommand(order.rollerId, settings))));
            order.heardNs = clock.monotonicNs();
            order.watch = thread.schedule(() -> look(order), patienceMs(order), TimeUnit.MILLISECONDS);
        } catch (UnreachableBrokerException unreachable) {
            fail(unreachable.words());
        } catch (MqttException failed) {
            String refused = FailureWords.ofSubscription(failed.getReasonCode(), answers(), settings);
            fail(refused == null ? FailureWords.ofAttempt(failed, settings) : refused);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            fail("the connection is closed");
        }
    }

    private String answers() {
        return CommandInlet.answerPath("+", clientId);
    }

    private PahoConnection connection() throws UnreachableBrokerException, MqttException, InterruptedException {
        PahoConnection known = standing;
        if (known != null && !known.isLost()) {
            return known;
        }
        drop();
        PahoConnection opened = PahoConnection.open(settings, Greeting.passing(clientId), new Answers());
        standing = opened;
        opened.subscribe(answers(), 1);
        return opened;
    }

    private void drop() {
        PahoConnection known = standing;
        standing = null;
        if (known != null) {
            known.close();
        }
    }

    /** Nothing that was sent over this connection will be answered. */
    private void fail(String words) {
        drop();
        failureWords = words;
        failedNs = clock.monotonicNs();
        List<Order> lost = List.copyOf(waiting.values());
        waiting.clear();
        lost.forEach(order -> tell(() -> order.outcome.unanswered(words)));
    }

    private void look(Order order) {
        if (waiting.get(order.commandId) != order) {
            return;
        }
        long leftMs = patienceMs(order) - (clock.monotonicNs() - order.heardNs) / 1_000_000;
        if (leftMs > 0) {
            order.watch = thread.schedule(() -> look(order), leftMs, TimeUnit.MILLISECONDS);
        } else if (order.taken) {
            giveUp(order, FailureWords.ofSilence(order.rollerId, patienceMs(order)));
        } else {
            fail(FailureWords.ofUntaken(settings, patienceMs(order)));
        }
    }

    private void giveUp(Order order, String words) {
        if (waiting.remove(order.commandId, order)) {
            tell(() -> order.outcome.unanswered(words));
        }
    }

    private void heard(MqttMessage message) {
        MqttProperties properties = message.getProperties();
        if (properties == null || properties.getCorrelationData() == null) {
            return;
        }
        Order order = waiting.get(new String(properties.getCorrelationData(), StandardCharsets.UTF_8));
        if (order == null) {
            return; // given up meanwhile
        }
        order.heardNs = clock.monotonicNs();
        if ("application/cbor".equals(properties.getContentType())) {
            if (codec.decode(Topic.FRAMES, message.getPayload()) instanceof Decoded.Message decoded
                    && decoded.message() instanceof MetricsMessage.Frames frames) {
                tell(() -> order.outcome.frames(frames.points()));
            }
            return;
        }
        waiting.remove(order.commandId);
        ScheduledFuture<?> watch = order.watch;
        if (watch != null) {
            watch.cancel(false);
        }
        CommandAnswer answer = CommandCodec.readAnswer(message.getPayload());
        tell(() -> {
            if (answer == null) {
                order.outcome.unanswered("the answer of roller " + order.rollerId + " cannot be read");
            } else {
                order.outcome.answered(answer);
            }
        });
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException mistake) {
            LOG.warn("who asked failed", mistake);
        }
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed before an answer");
        }
    }

    @Override
    public void close() {
        later(() -> fail("the connection is closed"));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GOODBYE_MS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** What comes over one connection. */
    private final class Answers implements PahoConnection.Listener {
        @Override
        public void arrived(String topicPath, byte[] payload) {
            // answers come with their properties
        }

        @Override
        public void arrived(String topicPath, MqttMessage message) {
            later(() -> heard(message));
        }

        @Override
        public void lost() {
            later(() -> {
                PahoConnection known = standing;
                if (known != null && known.isLost() && !waiting.isEmpty()) {
                    fail(known.lossWords() + "; whether it was done is not known");
                }
            });
        }
    }
}
