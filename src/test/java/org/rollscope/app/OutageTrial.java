package org.rollscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.SecureFolder;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.mqtt.BrokerKind;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.mqtt.PahoMetricsPublisher;

/**
 * One broker, one service and one listener, each of the first two a process of its own, between which something goes wrong.
 *
 * <p>A message that the broker has acknowledged and not yet passed on dies with it, and nobody keeps messages for a listener that is
 * not there; neither is the service's doing. So the service stands still while a broker ends, until all that was under way has
 * arrived, and while one begins, until the listener hears.
 */
final class OutageTrial implements AutoCloseable {
    private static final String VIEWER = "viewer";

    final BrokerKind kind;
    final BrokerProcess broker;
    final RunningService service;
    final Heard heard = new Heard();

    private final SystemHostClock clock = new SystemHostClock();
    private @Nullable PahoMetricsFeed feed;
    private @Nullable PahoMetricsPublisher witness;

    /** Everything is ready, nothing runs; the options of the service may depend on where the broker will be. */
    OutageTrial(BrokerKind kind, Path folder, BiFunction<BrokerProcess, Path, String[]> options) throws Exception {
        this.kind = kind;
        Path own = Files.createDirectories(folder.resolve(kind.word()));
        broker = new BrokerProcess(kind, own);
        service = new RunningService(own, options.apply(broker, own));
    }

    /** The listener begins to look for the broker. */
    void listen() {
        MqttSettings settings = quick(broker.uri());
        listen(settings, settings);
    }

    /** The same where it needs a login. */
    void listen(SecureFolder folder) {
        MqttSettings settings = quick(broker.securedUri()).withCaFile(folder.caFile());
        listen(
                settings.withLogin(VIEWER, folder.passwordFile(VIEWER)),
                settings.withLogin(Heard.WITNESS, folder.passwordFile(Heard.WITNESS)));
    }

    private void listen(MqttSettings listener, MqttSettings witnessed) {
        feed = new PahoMetricsFeed(listener, clock);
        feed.start(heard);
        witness = new PahoMetricsPublisher(witnessed, Heard.WITNESS, clock);
    }

    /** Comes back quickly, and a broker that stands still is none that is away. */
    private static MqttSettings quick(String address) {
        return new MqttSettings(address, null, null, null, 5000, 600_000, 20, 50, 64, 20_000);
    }

    void awaitListener() throws InterruptedException {
        Await.until("the listener at the " + kind.word() + " broker", heard::listening);
    }

    /** Work with a broker that may fail. */
    interface Step {
        void run() throws Exception;
    }

    /** Ends the broker when nothing is under way. */
    void takeAway(Step end) throws Exception {
        service.freeze();
        Await.until("silence", heard::silent);
        end.run();
        Await.until("the listener notices", () -> !heard.listening());
        service.thaw();
    }

    /** Starts the broker; the service may speak when the listener hears. */
    void bringBack(Step start) throws Exception {
        service.freeze();
        start.run();
        awaitListener();
        service.thaw();
    }

    /** Waits until all that waited has gone, goes on for a while, and ends the session in order. */
    void settleAndEnd(long patienceMs) throws Exception {
        Await.until("the service has told everything", patienceMs, service::isSettled);
        int eventCount = heard.eventCount();
        Await.until("an event afterwards", () -> heard.eventCount() > eventCount);
        service.end();
    }

    /** Compares what arrived with the archive; not beside another trial, as it captures standard output. */
    void judge(String what) throws InterruptedException, IOException {
        Recorded.in(service.data()).mustHaveArrived(kind, what, heard);
        service.assertCleanLogs();
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
        if (witness != null) {
            witness.close();
        }
        if (feed != null) {
            feed.close();
        }
        broker.close();
    }
}
