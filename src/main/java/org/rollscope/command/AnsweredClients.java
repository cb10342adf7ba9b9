package org.rollscope.command;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whom a roller answers: whom it has answered before, and now and then somebody new.
 *
 * <p>Who asks chooses where the answer goes, and each new place is a topic that the roller invents. A broker that bounds those
 * would disconnect the roller, and not the stranger who made it invent them.
 *
 * <p><b>Source.</b> Chosen by us, record 0020: half of what the embedded broker admits (500 at once, 10 a second), and more than
 * the commands that are done by default (2 a second), should each of them come from somebody new. <b>Threads.</b> Any.
 */
public final class AnsweredClients {
    /** How many are remembered; the one that has been silent for longest is forgotten. */
    public static final int REMEMBERED_COUNT = 200;
    /** New ones at once. */
    public static final int BURST_COUNT = 200;
    /** New ones a second for as long as one likes. */
    public static final double RATE_HZ = 5;

    /** The one that asked last at the end. */
    private final Set<String> known = new LinkedHashSet<>();

    private final Allowance newcomers;

    /**
     * Nobody yet.
     *
     * @param nowNs the present, by the host's monotonic clock.
     */
    public AnsweredClients(long nowNs) {
        newcomers = new Allowance(BURST_COUNT, RATE_HZ, nowNs);
    }

    /**
     * Whether a client is answered now.
     *
     * @param clientId as it calls itself in the topic of its answers.
     * @param nowNs the present.
     */
    public synchronized boolean admits(String clientId, long nowNs) {
        if (!known.remove(clientId) && !newcomers.spend(nowNs)) {
            return false;
        }
        known.add(clientId);
        if (known.size() > REMEMBERED_COUNT) {
            known.remove(known.iterator().next());
        }
        return true;
    }
}
