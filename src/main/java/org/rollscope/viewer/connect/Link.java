package org.rollscope.viewer.connect;

import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandSender;
import org.rollscope.telemetry.MetricsFeed;

/**
 * The two ways to one broker.
 *
 * @param login which, and as whom; null where there is no broker, as in a test.
 * @param feed what rollers say; not yet started.
 * @param sender what they are told; null for a window that only looks.
 */
public record Link(
        @Nullable BrokerLogin login,
        MetricsFeed feed,
        @Nullable CommandSender sender) {
    /** Ends both; may take some seconds. */
    public void close() {
        feed.close();
        if (sender != null) {
            sender.close();
        }
    }
}
