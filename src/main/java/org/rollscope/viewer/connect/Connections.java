package org.rollscope.viewer.connect;

import java.util.List;

/**
 * The brokers that a person can choose among.
 *
 * <p><b>Threads.</b> Any, one at a time; {@link #find} and {@link #tryOut} wait for a network and are not for the event dispatch
 * thread.
 */
public interface Connections {
    /** Logins that were used before, the last one first. */
    List<BrokerLogin> remembered();

    /** Brokers on this machine that answer now; takes up to some seconds. */
    List<BrokerLogin> find();

    /**
     * Whether a broker lets somebody in; takes up to some seconds.
     *
     * @param password empty for the one that was kept with this login, or for none.
     * @return empty when it does, otherwise why not, in words.
     */
    String tryOut(BrokerLogin login, String password);

    /**
     * Makes the ways to a broker; waits for nothing.
     *
     * @param password as in {@link #tryOut}.
     * @param keep whether login and password are kept for the next start, readable by this user only.
     * @throws ConnectionException when the password cannot be put down.
     */
    Link open(BrokerLogin login, String password, boolean keep) throws ConnectionException;

    /** Forgets a login and its password. */
    void forget(BrokerLogin login);
}
