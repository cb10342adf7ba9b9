package org.rollscope.app.remote;

import java.util.concurrent.Callable;
import org.rollscope.app.review.LocalLibrary;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.config.SettingsException;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoCommandSender;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerException;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.look.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the chart viewer. */
@Command(
        name = "viewer",
        description = "Open the desktop chart viewer.",
        footer = {
            "",
            "Rollers appear by themselves. To a broker on another machine:",
            "rollscope viewer --mqtt mqtts://HOST:8883 --user viewer --password-file FILE --ca-file ca.crt"
        })
public final class ViewerCommand implements Callable<Integer> {
    /** Who says so, in the logs of services. */
    private static final String SENDER = "viewer";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BrokerOptions options;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "dark", description = "look (default dark)")
    private Theme theme = Theme.DARK;

    @Option(names = "--read-only", description = "only look: no commands to rollers, no frames asked for again")
    private boolean readOnly;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        ConnectionSettings configured =
                LoadedSettings.load(common.configFolder()).mqtt();
        String role = readOnly ? ConnectionSettings.VIEWER : ConnectionSettings.COACH;
        try (Viewer viewer = open(options.broker(configured, role))) {
            viewer.awaitClosed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Viewer open(MqttSettings broker) throws CommandFailure, InterruptedException {
        SystemHostClock clock = new SystemHostClock();
        try {
            return Viewer.open(
                    new PahoMetricsFeed(broker, clock),
                    readOnly ? null : new PahoCommandSender(broker, SENDER, clock),
                    clock,
                    ViewerSettings.defaults().withTheme(theme),
                    new LocalLibrary(common.dataFolder(), common.configFolder()));
        } catch (ViewerException noDisplay) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, String.valueOf(noDisplay.getMessage()), noDisplay);
        }
    }
}
