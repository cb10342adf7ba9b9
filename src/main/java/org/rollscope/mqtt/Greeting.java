package org.rollscope.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * Who a client is at a broker, and what the broker does when it goes.
 *
 * <p><b>Threads.</b> Immutable.
 */
final class Greeting {
    private final String clientId;
    private final @Nullable String willPath;
    private final byte[] will;
    private final long keptS;
    private final int underWayLimitCount;

    private Greeting(String clientId, @Nullable String willPath, byte[] will, long keptS, int underWayLimitCount) {
        this.clientId = clientId;
        this.willPath = willPath;
        this.will = will;
        this.keptS = keptS;
        this.underWayLimitCount = underWayLimitCount;
    }

    /** A client that is forgotten when it goes. */
    static Greeting passing(String clientId) {
        return new Greeting(clientId, null, new byte[0], 0, 0);
    }

    /**
     * A client that is forgotten when it goes, and leaves a retained message when it dies.
     *
     * @param willPath where.
     * @param will what.
     */
    static Greeting withWill(String clientId, String willPath, byte[] will) {
        return new Greeting(clientId, willPath, will.clone(), 0, 0);
    }

    /**
     * A client whose subscriptions and messages the broker keeps while it is away, and who acknowledges each message itself.
     *
     * @param keptS for how long, 1 or more.
     * @param underWayLimitCount messages that the broker sends before it has an acknowledgement, 1 to 65535.
     */
    static Greeting kept(String clientId, long keptS, int underWayLimitCount) {
        return new Greeting(clientId, null, new byte[0], keptS, underWayLimitCount);
    }

    String clientId() {
        return clientId;
    }

    @Nullable
    String willPath() {
        return willPath;
    }

    byte[] will() {
        return will;
    }

    long keptS() {
        return keptS;
    }

    /** Whether the broker keeps what comes while it is away. */
    boolean isKept() {
        return keptS > 0;
    }

    /** Only for who acknowledges by itself. */
    int underWayLimitCount() {
        return underWayLimitCount;
    }
}
