package org.rollscope.app.remote;

import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.BrokerChoice;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoginOptions;
import org.rollscope.mqtt.MqttSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker to speak to and as whom, for the commands that run away from the roller. */
final class BrokerOptions {
    @Option(
            names = "--mqtt",
            paramLabel = "URI",
            description = "mqtt://host:port or mqtts://host:port (default: the settings' broker on this machine)")
    private @Nullable String mqtt;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LoginOptions login;

    /**
     * The broker that was typed, else the one of the settings on this machine.
     *
     * @param role as which to log in at the latter; one of {@link ConnectionSettings}.
     */
    MqttSettings broker(ConnectionSettings configured, String role) throws CommandFailure {
        ConnectionSettings chosen = login.over(configured);
        try {
            return mqtt == null ? chosen.forClient(role) : BrokerChoice.outside(mqtt, chosen);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--mqtt " + mqtt + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Whether a broker, or who to be there, was typed: then nothing that was kept is meant. */
    boolean isTyped() {
        return mqtt != null || login.isTyped();
    }
}
