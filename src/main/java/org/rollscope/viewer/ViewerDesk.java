package org.rollscope.viewer;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.connect.Connections;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.library.SessionLibrary;

/**
 * What a window is opened with.
 *
 * @param clock tells how old figures are.
 * @param link the ways to the broker of the beginning; closed with the window.
 * @param connections brokers that can be chosen instead; null where there is no choice.
 * @param memory what was chosen before.
 * @param library recorded sessions, closed with the window; null for none.
 */
public record ViewerDesk(
        HostClock clock,
        Link link,
        @Nullable Connections connections,
        ViewerMemory memory,
        @Nullable SessionLibrary library) {
    /** A window without recorded sessions. */
    public ViewerDesk(HostClock clock, Link link, @Nullable Connections connections, ViewerMemory memory) {
        this(clock, link, connections, memory, null);
    }

    /** The same with recorded sessions to be reviewed; the window closes the library. */
    public ViewerDesk withLibrary(SessionLibrary sessions) {
        return new ViewerDesk(clock, link, connections, memory, sessions);
    }

    /** A window that only looks, at one feed, and remembers nothing. */
    public static ViewerDesk of(MetricsFeed feed, HostClock clock) {
        return new ViewerDesk(clock, new Link(null, feed, null), null, ViewerMemory.none());
    }
}
