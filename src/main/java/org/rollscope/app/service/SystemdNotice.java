package org.rollscope.app.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandAnswer;
import org.rollscope.pipeline.PipelineOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the service is ready, that it still works and that it ends; does nothing where systemd did not start it.
 *
 * <p>It still works when the acquisition's own thread answers an order between two polls, whether frames come or not: a thread that
 * only lives would hide one that hangs. Systemd ends a service that has not said so for {@code WatchdogSec} and starts it anew.
 *
 * <p>Said by the program {@code systemd-notify}, since Java 17 has no datagrams for local sockets; three times within each
 * {@code WatchdogSec}. <b>Threads.</b> One daemon thread of its own. <b>Source.</b> sd_notify(3).
 */
final class SystemdNotice implements AutoCloseable {
    /** Says words to systemd. */
    interface Messenger {
        void say(List<String> words) throws IOException, InterruptedException;
    }

    /** Asks the acquisition for a sign of life, without waiting for it. */
    interface Pulse {
        /**
         * Asks once.
         *
         * @param answered told once, from any thread: true when it works, false when it has no time to say.
         */
        void ask(Consumer<Boolean> answered);
    }

    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotice.class);
    private static final int NOTICES_PER_LIMIT = 3;
    private static final long RETRY_MS = 100;

    private final @Nullable Messenger messenger;
    private final long intervalMs;
    private final Pulse pulse;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String statusLine = "";
    private final Thread thread = new Thread(this::watch, "systemd-watchdog");

    /**
     * Made from what systemd gave the process.
     *
     * @param environment of the process: {@code NOTIFY_SOCKET} is there when systemd waits for notices, {@code WATCHDOG_USEC} when
     *     it watches.
     * @param pulse of the acquisition that is watched.
     * @param messenger says words to systemd.
     */
    SystemdNotice(Map<String, String> environment, Pulse pulse, Messenger messenger) {
        boolean listens = !environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty();
        this.messenger = listens ? messenger : null;
        this.pulse = pulse;
        long limitUs = listens && isMeant(environment) ? number(environment.getOrDefault("WATCHDOG_USEC", "")) : 0;
        intervalMs = limitUs / 1000 / NOTICES_PER_LIMIT;
        thread.setDaemon(true);
    }

    /** For this process, by its environment. */
    static SystemdNotice ofProcess(PipelineOrders orders) {
        return new SystemdNotice(
                System.getenv(),
                answered -> orders.offer(
                        control -> CommandAnswer.done("the acquisition works"), answer -> answered.accept(answer.ok())),
                SystemdNotice::run);
    }

    /** From now on systemd hears when the acquisition works for the first time, and that it still does. */
    void start(String status) {
        if (messenger != null) {
            statusLine = status;
            thread.start();
        }
    }

    private void watch() {
        try {
            Question question = new Question(pulse);
            question.answered.await();
            while (!question.works && !closing.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
                question = new Question(pulse);
                question.answered.await();
            }
            tell("READY=1", "STATUS=" + statusLine);
            question = new Question(pulse);
            boolean late = false;
            while (intervalMs > 0 && !closing.await(intervalMs, TimeUnit.MILLISECONDS)) {
                boolean answered = question.answered.getCount() == 0;
                if (answered && question.works) {
                    tell("WATCHDOG=1");
                    late = false;
                } else if (!late) {
                    late = true;
                    LOG.warn(
                            "the acquisition has not answered for {} ms; systemd is not told that all is well",
                            intervalMs);
                }
                if (answered) {
                    question = new Question(pulse);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the acquisition for a sign of life; it may also say that it has no time. */
    private static final class Question {
        final CountDownLatch answered = new CountDownLatch(1);
        volatile boolean works;

        Question(Pulse pulse) {
            pulse.ask(well -> {
                works = well;
                answered.countDown();
            });
        }
    }

    private void tell(String... words) {
        Messenger to = messenger;
        if (to == null) {
            return;
        }
        try {
            to.say(List.of(words));
        } catch (IOException failed) {
            LOG.warn("systemd could not be told {}: {}", words[0], failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(List<String> words) throws IOException, InterruptedException {
        String[] command = new String[words.size() + 1];
        command[0] = "systemd-notify";
        System.arraycopy(words.toArray(String[]::new), 0, command, 1, words.size());
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IOException("systemd-notify ended with " + exitCode);
        }
    }

    /** Whether the watch is for this process and not for a parent's. */
    private static boolean isMeant(Map<String, String> environment) {
        String processId = environment.getOrDefault("WATCHDOG_PID", "");
        return processId.isEmpty()
                || number(processId) == ProcessHandle.current().pid();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        tell("STOPPING=1");
    }
}
