package org.rollscope.app.service;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerDesk;
import org.rollscope.viewer.ViewerException;
import org.rollscope.viewer.ViewerMemory;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.library.SessionLibrary;

/**
 * The viewer of a demonstration: opens when the broker is up; closing it ends the demonstration.
 *
 * <p>It hears the roller over MQTT, as any other viewer. Without a display the demonstration goes on in the terminal.
 * <b>Threads.</b> {@link #open} on the broker's starter, the rest on the main thread.
 */
final class DemoWindow implements AutoCloseable {
    private final HostClock clock;
    private final ViewerSettings settings;
    private final SessionLibrary recorded;
    private final Consumer<String> say;
    private final Runnable whenClosed;
    private volatile @Nullable Viewer viewer;

    /**
     * Prepares a window.
     *
     * @param clock of the host.
     * @param settings looks.
     * @param recorded what the demonstration records, for looking back; closed with the window.
     * @param say told when there is no display.
     * @param whenClosed called when a person closes the window.
     */
    DemoWindow(
            HostClock clock,
            ViewerSettings settings,
            SessionLibrary recorded,
            Consumer<String> say,
            Runnable whenClosed) {
        this.clock = clock;
        this.settings = settings;
        this.recorded = recorded;
        this.say = say;
        this.whenClosed = whenClosed;
    }

    /** Opens the window on a broker. */
    void open(String uri) {
        try {
            MqttSettings broker = MqttSettings.of(uri);
            Link link = new Link(
                    null, new PahoMetricsFeed(broker, clock), new PahoCommandSender(broker, "demo-window", clock));
            Viewer opened =
                    Viewer.open(new ViewerDesk(clock, link, null, recorded, true, ViewerMemory.none()), settings);
            viewer = opened;
            Thread waiter = new Thread(() -> waitThenTell(opened), "window-waiter");
            waiter.setDaemon(true);
            waiter.start();
        } catch (ViewerException noDisplay) {
            say.accept(noDisplay.getMessage() + "; going on in the terminal");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitThenTell(Viewer opened) {
        try {
            opened.awaitClosed();
            whenClosed.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the window open for a look back, until a person closes it. */
    void waitUntilClosed() {
        Viewer opened = viewer;
        if (opened == null || !opened.isOpen()) {
            return;
        }
        say.accept("the simulated session is over; close the window to end");
        try {
            opened.awaitClosed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Viewer opened = viewer;
        if (opened != null) {
            opened.close();
        }
    }
}
