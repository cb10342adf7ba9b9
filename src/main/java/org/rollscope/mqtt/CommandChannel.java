package org.rollscope.mqtt;

import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands and their answers on connections that come and go.
 *
 * <p><b>Errors.</b> A broker that does not let us hear commands still gets what we say; it is told once in the log. <b>Threads.</b>
 * {@link #opened} and {@link #closed} from one thread, the others from any.
 */
final class CommandChannel {
    private static final Logger LOG = LoggerFactory.getLogger(CommandChannel.class);
    private static final int LARGEST_REASON_CODE = 255;

    private final String commandPath;
    private final CommandInlet inlet;
    private final AnswerLine line;
    private final Runnable progressed;
    private final Runnable broke;
    private volatile @Nullable PahoConnection current;
    private volatile boolean refused;

    /**
     * A channel without a connection.
     *
     * @param rollerId whose commands.
     * @param inlet takes them in.
     * @param progressed told when the broker took an answer.
     * @param broke told when the connection failed while an answer was sent.
     */
    CommandChannel(String rollerId, CommandInlet inlet, Runnable progressed, Runnable broke) {
        this.commandPath = CommandInlet.commandPath(rollerId);
        this.inlet = inlet;
        this.progressed = progressed;
        this.broke = broke;
        this.line = inlet.line(this::sendAnswers);
    }

    /** Sends the answers that wait, and asks for commands. */
    void opened(PahoConnection connection) throws MqttException, InterruptedException {
        current = connection;
        line.opened();
        sendAnswers();
        try {
            connection.subscribe(commandPath, 1);
            refused = false;
        } catch (MqttException failed) {
            if (!isRefusal(failed.getReasonCode())) {
                throw failed;
            }
            if (!refused) {
                refused = true;
                LOG.warn(
                        "the broker does not let this roller hear commands on {} (reason {}); give its user that right",
                        commandPath,
                        failed.getReasonCode());
            }
        }
    }

    /** Whether the broker does not let us hear commands. */
    boolean isRefused() {
        return refused;
    }

    private static boolean isRefusal(int reasonCode) {
        return reasonCode >= PahoConnection.REFUSED_REASON_CODE && reasonCode <= LARGEST_REASON_CODE;
    }

    /** The connection is gone. */
    void closed() {
        current = null;
        line.closed();
    }

    /** Takes in what came on the topic of commands; never throws. */
    void arrived(MqttMessage message) {
        MqttProperties properties = message.getProperties();
        inlet.arrived(
                message.getPayload(),
                message.isRetained(),
                properties == null ? null : properties.getResponseTopic(),
                properties == null ? null : properties.getCorrelationData());
    }

    /** Sends the next answer, if none is under way. */
    private void sendAnswers() {
        PahoConnection connection = current;
        AnswerLine.Item item = connection == null || connection.isLost() ? null : line.next();
        if (connection == null || item == null) {
            return;
        }
        MqttProperties properties = new MqttProperties();
        properties.setContentType(item.contentType());
        properties.setCorrelationData(item.correlation());
        try {
            connection.publish(item.path(), new MqttMessage(item.payload(), 1, false, properties), () -> {
                progressed.run();
                line.delivered(item);
                sendAnswers();
            });
        } catch (MqttException failed) {
            connection.markLost(failed.getReasonCode());
            broke.run();
        }
    }
}
