package org.rollscope.app.shell;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker to speak to, for the commands that run a service. */
public final class MqttOptions {
    @Option(
            names = "--mqtt",
            paramLabel = "URI",
            description = "embedded, mqtt://host:port or mqtts://host:port (default: the settings)")
    private @Nullable String mqtt;

    @Option(
            names = "--mqtt-port",
            paramLabel = "P",
            description = "port of the embedded broker (default: the settings)")
    private @Nullable Integer mqttPort;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LoginOptions login;

    /** The settings with what was typed over them. */
    public ConnectionSettings over(ConnectionSettings configured) throws CommandFailure {
        try {
            return login.over(configured.withBroker(
                    mqtt == null ? configured.broker() : mqtt,
                    mqttPort == null ? configured.embeddedPort() : mqttPort));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--mqtt: " + wrong.getMessage(), wrong);
        }
    }
}
