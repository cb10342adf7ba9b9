package org.rollscope.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.remoting.FailureListener;

/**
 * Hears that a connection broke and waits for a {@link RetainedTurn} before its last will is published, which may be retained.
 *
 * @param turn of the broker.
 * @param publisher the library's own listener, who publishes the will.
 */
record WillInTurn(RetainedTurn turn, FailureListener publisher) implements FailureListener {
    @Override
    public void connectionFailed(ActiveMQException cause, boolean failedOver) {
        turn.take(() -> publisher.connectionFailed(cause, failedOver));
    }

    @Override
    public void connectionFailed(ActiveMQException cause, boolean failedOver, String scaleDownTargetNodeId) {
        turn.take(() -> publisher.connectionFailed(cause, failedOver, scaleDownTargetNodeId));
    }
}
