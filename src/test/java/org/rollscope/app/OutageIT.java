package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureFolders;
import org.rollscope.mqtt.BrokerKind;
import org.rollscope.mqtt.MosquittoBroker;

/**
 * A service as a process, and everything that can go wrong with its broker: every event and summary of the archive arrives once after
 * de-duplication, and no frame is missed. Both brokers have the same trouble at the same time, and two troubles go on at a time: they
 * mostly wait. What came of them is judged one after the other.
 *
 * <p>{@code -Drollscope.outage-seconds=600} and {@code -Drollscope.freeze-seconds=30} for long outages.
 */
class OutageIT {
    private static final int OUTAGE_SECONDS = Integer.getInteger("rollscope.outage-seconds", 20);
    private static final int FREEZE_SECONDS = Integer.getInteger("rollscope.freeze-seconds", 5);
    /** The absence at the start shows nothing new when it is longer. */
    private static final int LONGEST_ABSENCE_SECONDS = 4;
    /** A broker that does not answer is given up after twice the keep-alive of 10 s. */
    private static final int NOTICED_SECONDS = 25;

    private static final long PATIENCE_MS = 40_000;

    @TempDir
    private static Path folder;

    private static final ExecutorService COURSES = Executors.newFixedThreadPool(2);
    private static final List<OutageTrial> ALL = new CopyOnWriteArrayList<>();
    private static Future<List<OutageTrial>> away;
    private static Future<List<OutageTrial>> restarted;
    private static Future<List<OutageTrial>> frozen;
    private static Future<List<OutageTrial>> refused;

    /** What happens in a trial. */
    private interface Course {
        void run(OutageTrial trial) throws Exception;
    }

    @BeforeAll
    static void beginAll() {
        away = COURSES.submit(OutageIT::absentThenAway);
        restarted = COURSES.submit(OutageIT::restartTwice);
        frozen = COURSES.submit(OutageIT::freeze);
        refused = COURSES.submit(OutageIT::refuse);
    }

    @AfterAll
    static void endAll() throws Exception {
        COURSES.shutdownNow();
        for (OutageTrial trial : ALL) {
            trial.close(); // also those of courses that nobody judged
        }
        assertTrue(COURSES.awaitTermination(1, TimeUnit.MINUTES), "a trial does not end");
    }

    @Test
    void absentAtTheStartOfAServiceThatIsKilledThenAway() throws Exception {
        judge(away, "outages of " + OUTAGE_SECONDS + " s");
    }

    @Test
    void restartedInTheMiddleOfASession() throws Exception {
        judge(restarted, "restarted twice");
    }

    @Test
    void frozenInTheMiddleOfASession() throws Exception {
        judge(frozen, "frozen for " + FREEZE_SECONDS + " s");
    }

    @Test
    void strangeCertificateThenARefusedLogin() throws Exception {
        judge(refused, "wrong CA, then a refused login");
    }

    private static void judge(Future<List<OutageTrial>> course, String what) throws Exception {
        List<OutageTrial> trials = course.get();
        try {
            for (OutageTrial trial : trials) {
                trial.judge(what);
            }
        } finally {
            for (OutageTrial trial : trials) {
                trial.close();
            }
        }
        MosquittoBroker.assumeInstalled();
    }

    private static List<OutageTrial> atBothBrokers(String name, Course course) throws Exception {
        return atBothBrokers(name, (broker, own) -> new String[] {"--mqtt", broker.uri()}, course);
    }

    /** One trial a broker, side by side. */
    private static List<OutageTrial> atBothBrokers(
            String name, BiFunction<BrokerProcess, Path, String[]> options, Course course) throws Exception {
        List<OutageTrial> trials = new ArrayList<>();
        List<Future<?>> ends = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (BrokerKind kind : BrokerKind.values()) {
                if (kind == BrokerKind.EMBEDDED || MosquittoBroker.isInstalled()) {
                    OutageTrial trial = new OutageTrial(kind, folder.resolve(name), options);
                    ALL.add(trial);
                    trials.add(trial);
                    ends.add(threads.submit(() -> {
                        course.run(trial);
                        return true;
                    }));
                }
            }
            for (Future<?> end : ends) {
                end.get();
            }
            return trials;
        } catch (ExecutionException failed) {
            StringBuilder words = new StringBuilder(name + ": " + failed.getCause());
            for (OutageTrial trial : trials) {
                words.append('\n').append(trial.kind).append(trial.service.describe());
                trial.close();
            }
            throw new AssertionError(words.toString(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<OutageTrial> absentThenAway() throws Exception {
        return atBothBrokers("away", trial -> {
            trial.service.start("sim:coached?seed=7&rate_hz=200");
            Await.until("an event waits for the broker", trial.service::hasWaiting);
            TimeUnit.SECONDS.sleep(Math.min(OUTAGE_SECONDS, LONGEST_ABSENCE_SECONDS));
            trial.service.kill();

            trial.broker.start();
            trial.listen();
            trial.awaitListener();
            trial.service.start("sim:coached?seed=8&rate_hz=200");
            Await.until("what the killed run had said", () -> trial.heard.eventCount() > 3);
            trial.service.awaitLine(" began");
            trial.takeAway(trial.broker::kill);
            TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
            trial.service.awaitRecording();
            trial.bringBack(trial.broker::start);
            trial.settleAndEnd(PATIENCE_MS + 1000L * OUTAGE_SECONDS);
        });
    }

    private static List<OutageTrial> restartTwice() throws Exception {
        return atBothBrokers("restarted", trial -> {
            beginASession(trial);
            restart(trial, trial.broker::end);
            Await.until("the service is back", () -> trial.service.log().split("INFO.* connected to", -1).length > 2);
            restart(trial, trial.broker::kill);
            trial.settleAndEnd(PATIENCE_MS);
        });
    }

    private static void restart(OutageTrial trial, OutageTrial.Step end) throws Exception {
        int eventCount = trial.heard.eventCount();
        Await.until("an event before the restart", () -> trial.heard.eventCount() > eventCount);
        trial.takeAway(end);
        trial.bringBack(trial.broker::start);
    }

    private static void beginASession(OutageTrial trial) throws Exception {
        trial.broker.start();
        trial.listen();
        trial.awaitListener();
        trial.service.start("sim:coached?seed=8");
        trial.service.awaitLine(" began");
    }

    private static List<OutageTrial> freeze() throws Exception {
        return atBothBrokers("frozen", trial -> {
            beginASession(trial);
            Await.until("an event", () -> trial.heard.eventCount() > 0);
            trial.broker.freeze();
            TimeUnit.SECONDS.sleep(FREEZE_SECONDS);
            trial.service.awaitRecording();
            if (FREEZE_SECONDS >= NOTICED_SECONDS) {
                String log = trial.service.log();
                assertTrue(log.contains("the broker at " + trial.broker.words() + " no longer answers"), log);
            }
            trial.broker.thaw();
            trial.settleAndEnd(PATIENCE_MS);
        });
    }

    /** First it presents the certificate of another CA, then the right one, but does not know the user; then all is right. */
    private static List<OutageTrial> refuse() throws Exception {
        SecureFolder sound = SecureFolders.make(folder.resolve("sound"));
        SecureFolder strange = SecureFolders.make(folder.resolve("strange"));
        SecureFolder otherUsers = SecureFolders.withUsersOf(strange, sound, folder.resolve("other-users"));
        BiFunction<BrokerProcess, Path, String[]> login = (broker, own) -> new String[] {
            "--mqtt", broker.securedUri(),
            "--user", "roller-1",
            "--password-file", sound.passwordFile("roller-1").toString(),
            "--ca-file", sound.caFile().toString()
        };
        return atBothBrokers("refused", login, trial -> {
            trial.broker.start(strange);
            trial.service.start("sim:coached?seed=8");
            trial.service.awaitLine(" began");
            trial.service.awaitRecording("TLS with " + trial.broker.words()
                    + " failed: its certificate is not from the CA in " + sound.caFile()
                    + "; copy ca.crt from the machine of the broker");
            trial.broker.kill();
            trial.broker.start(otherUsers);
            trial.service.awaitRecording(
                    "the broker at " + trial.broker.words() + " refused the login (user 'roller-1')");
            trial.broker.kill();
            trial.listen(sound);
            trial.bringBack(() -> trial.broker.start(sound));
            trial.settleAndEnd(PATIENCE_MS);
            String password = Files.readString(sound.passwordFile("roller-1")).strip();
            assertTrue(!trial.service.log().contains(password), "the log shows the password");
        });
    }
}
