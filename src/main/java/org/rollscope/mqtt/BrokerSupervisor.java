package org.rollscope.mqtt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.rollscope.frame.HostClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to a broker: opens it, lets a guest use it, and opens a fresh one when it is lost, with growing pauses.
 *
 * <p><b>Errors.</b> Each change of the state is logged once, in words; the same failure again is not. <b>Threads.</b> One
 * daemon thread from {@link #start} to {@link #close}.
 */
final class BrokerSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSupervisor.class);

    /** A login of the wrong role, or a name that another has too, gets no better by trying; every attempt is two lines in the log. */
    private static final long REFUSED_PAUSE_MS = 30_000;

    /** As many connections in a row, all ended by the other side within {@link #BRIEF_NS}, are no accident. */
    private static final int FLAPPING_COUNT = 3;

    private static final long BRIEF_NS = 30_000_000_000L;

    /** Who uses the connection. */
    interface Guest extends PahoConnection.Listener {
        /** Uses a standing connection; returns when it is lost or {@link #isClosing}. */
        void serve(PahoConnection connection) throws MqttException, InterruptedException;

        /** Runs once, on the supervisor's thread, before the first attempt to connect. */
        default void prepare() {
            // most guests are ready
        }

        /** The state changed. */
        void state(boolean connected, String words);

        /** Whether the end has been asked for. */
        boolean isClosing();
    }

    private final MqttSettings settings;
    private final Greeting greeting;
    private final HostClock clock;
    private final Guest guest;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String words;
    private volatile boolean serving;
    private boolean refused;
    private int briefCount;

    BrokerSupervisor(MqttSettings settings, Greeting greeting, HostClock clock, Guest guest) {
        this.settings = settings;
        this.greeting = greeting;
        this.clock = clock;
        this.guest = guest;
        this.words = "connecting to " + BrokerAddress.parse(settings.address()).words();
        this.thread = new Thread(this::run, "rollscope-mqtt-" + greeting.clientId());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The state in words. */
    String words() {
        return words;
    }

    private void run() {
        long pauseMs = settings.retryMinMs();
        guest.prepare();
        try {
            while (!guest.isClosing()) {
                long beginNs = clock.monotonicNs();
                if (serveOnce() && stoodLong(beginNs)) {
                    pauseMs = settings.retryMinMs();
                }
                if (refused) {
                    pauseMs = REFUSED_PAUSE_MS;
                }
                if (guest.isClosing() || closing.await(pauseMs, TimeUnit.MILLISECONDS)) {
                    return;
                }
                pauseMs = Math.min(pauseMs * 2, settings.retryMaxMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stoodLong(long beginNs) {
        return clock.monotonicNs() - beginNs > TimeUnit.MILLISECONDS.toNanos(settings.retryMaxMs());
    }

    /** One connection from greeting to loss; tells whether it stood at all. */
    private boolean serveOnce() throws InterruptedException {
        try (PahoConnection connection = PahoConnection.open(settings, greeting, guest)) {
            serving = true; // before anybody hears of it: who closes then lets the queue be emptied
            long standsNs = clock.monotonicNs();
            try {
                change(
                        true,
                        "connected to "
                                + BrokerAddress.parse(settings.address()).words());
                guest.serve(connection);
            } catch (MqttException e) {
                connection.markLost(e.getReasonCode());
            } finally {
                serving = false;
            }
            boolean flapping = isFlapping(connection, clock.monotonicNs() - standsNs);
            refused = connection.isRefused() || (flapping && greeting.isKept());
            if (!guest.isClosing()) {
                change(false, flapping ? FailureWords.ofFlapping(settings, greeting) : connection.lossWords());
            }
            return true;
        } catch (UnreachableBrokerException e) {
            refused = false;
            briefCount = 0;
            change(false, e.words());
            LOG.debug("attempt to connect failed", e);
            return false;
        }
    }

    /** Mosquitto 2.0.11 does not say that another client of the same name took the place: it only ends the connection. */
    private boolean isFlapping(PahoConnection connection, long stoodNs) {
        briefCount = stoodNs < BRIEF_NS && connection.isUnexplained() ? briefCount + 1 : 0;
        boolean named = greeting.isKept() || greeting.willPath() != null;
        return named && briefCount >= FLAPPING_COUNT;
    }

    private void change(boolean connected, String newWords) {
        if (newWords.equals(words)) {
            return;
        }
        words = newWords;
        if (connected) {
            LOG.info("{}", newWords);
        } else {
            LOG.warn("{}; trying again", newWords);
        }
        guest.state(connected, newWords);
    }

    /** Ends the pause between attempts and waits for the thread; the guest must be closing. */
    @Override
    public void close() {
        closing.countDown();
        try {
            // A guest gets time to empty its queue; an attempt to connect is broken off at once.
            if (serving) {
                thread.join(GOODBYE_MS);
            }
            thread.interrupt();
            thread.join(GOODBYE_MS);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        words = "closed";
    }

    /** Time for emptying queues and saying goodbye. */
    static final long GOODBYE_MS = 2000;
}
