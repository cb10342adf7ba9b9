package org.rollscope.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.config.SettingsException;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerException;
import org.rollscope.viewer.ViewerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the chart viewer. */
@Command(
        name = "viewer",
        description = "Open the desktop chart viewer.",
        footer = {"", "Rollers appear by themselves. A login is taken from the settings, section mqtt."})
final class ViewerCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(
            names = "--mqtt",
            paramLabel = "URI",
            description = "mqtt://host:port or mqtts://host:port (default: the settings' broker on this machine)")
    private @Nullable String mqtt;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "dark", description = "look (default dark)")
    private ViewerSettings.Theme theme = ViewerSettings.Theme.DARK;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        ConnectionSettings configured =
                LoadedSettings.load(common.configFolder()).mqtt();
        String uri = mqtt == null ? address(configured) : mqtt;
        try (Viewer viewer = open(uri, configured)) {
            viewer.awaitClosed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Viewer open(String uri, ConnectionSettings configured) throws CommandFailure, InterruptedException {
        SystemHostClock clock = new SystemHostClock();
        try {
            PahoMetricsFeed feed = new PahoMetricsFeed(BrokerChoice.outside(uri, configured), clock);
            return Viewer.open(feed, clock, ViewerSettings.defaults().withTheme(theme));
        } catch (ViewerException noDisplay) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, String.valueOf(noDisplay.getMessage()), noDisplay);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--mqtt " + uri + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The broker of the settings; the embedded one is on this machine. */
    static String address(ConnectionSettings configured) {
        return configured.broker().equals(ConnectionSettings.EMBEDDED)
                ? String.format(Locale.ROOT, "mqtt://127.0.0.1:%d", configured.embeddedPort())
                : configured.broker();
    }
}
