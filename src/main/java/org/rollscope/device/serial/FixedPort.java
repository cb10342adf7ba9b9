package org.rollscope.device.serial;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;

/**
 * The one port that the settings name, with whatever board is on it.
 *
 * @param settings path and line rate.
 */
record FixedPort(SerialSettings settings) implements PortChoice {
    @Override
    public String name() {
        return settings.path();
    }

    @Override
    public String next(long nowNs) {
        return settings.path();
    }

    @Override
    public long patienceNs() {
        return TimeUnit.SECONDS.toNanos(5);
    }

    @Override
    public boolean betterThan(String path) {
        return false;
    }

    @Override
    public @Nullable String refusal(BoardHello hello) {
        return null;
    }

    @Override
    public void found(String path, BoardHello hello) {
        // whoever it is
    }

    @Override
    public String gaveUp(String path, Outcome outcome, String words, long nowNs) {
        return switch (outcome) {
            case UNOPENED, OTHER_BOARD -> words;
            case GONE, LEFT -> path + " was lost; waiting for it to come back";
            case BABBLING ->
                path + " sends bytes that are no frames; is its line rate " + settings.baud()
                        + " baud, and is it a roller?";
        };
    }

    @Override
    public boolean roundIsOver() {
        return true;
    }

    @Override
    public @Nullable String nothingToTry(long nowNs) {
        return null;
    }
}
