package org.rollscope.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.connect.Connections;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.model.Workspace;

/**
 * What a window is opened with.
 *
 * @param clock tells how old figures are.
 * @param link the ways to the broker of the beginning; closed with the window.
 * @param connections brokers that can be chosen instead; null where there is no choice.
 * @param library recorded sessions, closed with the window; null for none.
 * @param live whether rollers are listened to at all; without them there is only the review.
 * @param memory what was chosen before.
 */
public record ViewerDesk(
        HostClock clock,
        Link link,
        @Nullable Connections connections,
        @Nullable SessionLibrary library,
        boolean live,
        ViewerMemory memory) {
    /** A window that only looks, at one feed, and remembers nothing. */
    public static ViewerDesk of(MetricsFeed feed, HostClock clock) {
        return of(new Link(null, feed, null), clock);
    }

    /** A window at one broker that remembers nothing. */
    static ViewerDesk of(Link link, HostClock clock) {
        return new ViewerDesk(clock, link, null, null, true, ViewerMemory.none());
    }

    /** The workspaces that such a window has. */
    List<Workspace> workspaces() {
        if (!live) {
            return List.of(Workspace.REVIEW);
        }
        return library == null
                ? List.of(Workspace.ATHLETE, Workspace.WALL)
                : List.of(Workspace.ATHLETE, Workspace.WALL, Workspace.REVIEW);
    }
}
