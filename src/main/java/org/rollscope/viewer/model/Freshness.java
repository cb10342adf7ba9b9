package org.rollscope.viewer.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Texts;

/**
 * How old the figures are.
 *
 * @param level how far they may be trusted to be of now.
 * @param words for people.
 */
public record Freshness(Level level, String words) {
    /** How far figures may be trusted to be of now. */
    public enum Level {
        /** They are of now. */
        LIVE,
        /** They are a moment old. */
        LATE,
        /** They are history. */
        LOST
    }

    /** Figures up to this age are live; twice the slowest live period and a margin. */
    static final long LIVE_MS = 600;

    /** Older figures are not shown as if they were of now. */
    static final long LATE_MS = 2000;

    /**
     * Judges an age.
     *
     * @param ageMs since the last figures; negative when there were none.
     * @param online whether the service says it is there; null when it has not said.
     * @return level and words.
     */
    static Freshness of(long ageMs, @Nullable Boolean online) {
        if (Boolean.FALSE.equals(online) && (ageMs < 0 || ageMs > LIVE_MS)) {
            return new Freshness(Level.LOST, Texts.of("freshness.offline"));
        } else if (ageMs < 0) {
            return new Freshness(Level.LOST, Texts.of("freshness.waiting"));
        } else if (ageMs <= LIVE_MS) {
            return new Freshness(Level.LIVE, Texts.of("freshness.live", tenths(Math.max(100, ageMs))));
        } else if (ageMs <= LATE_MS) {
            return new Freshness(Level.LATE, Texts.of("freshness.none", tenths(ageMs)));
        } else if (ageMs < 120_000) {
            return new Freshness(Level.LOST, Texts.of("freshness.none", Long.toString(ageMs / 1000)));
        }
        return new Freshness(Level.LOST, Texts.of("freshness.long", Long.toString(ageMs / 60_000)));
    }

    /** As {@link #of}, in a window that may not be connected: then lost figures wait for the broker. */
    static Freshness ofBroker(boolean connected, long ageMs, @Nullable Boolean online) {
        Freshness heard = of(ageMs, online);
        boolean waits = !connected && heard.level() == Level.LOST;
        return waits ? new Freshness(Level.LOST, Texts.of("freshness.no_broker")) : heard;
    }

    private static String tenths(long ageMs) {
        return String.format(Locale.ROOT, "%.1f", ageMs / 1000.0);
    }
}
