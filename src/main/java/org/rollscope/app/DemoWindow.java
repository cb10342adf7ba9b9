package org.rollscope.app;

import java.io.PrintWriter;
import org.rollscope.frame.HostClock;

/** The viewer of a demonstration: opens when the broker is up; without a display the demonstration goes on without it. */
class DemoWindow {
    private DemoWindow() {}

    static DemoWindow none() {
        return new DemoWindow();
    }

    static DemoWindow whenReady(HostClock clock, PrintWriter err) {
        return new DemoWindow();
    }

    void open(String uri) {}

    void waitUntilClosed() {}
}
