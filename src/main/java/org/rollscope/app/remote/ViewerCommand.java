package org.rollscope.app.remote;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.review.LocalLibrary;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.config.SettingsException;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerDesk;
import org.rollscope.viewer.ViewerException;
import org.rollscope.viewer.ViewerMemory;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.connect.BrokerLogin;
import org.rollscope.viewer.connect.ConnectionException;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(ViewerCommand.class);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BrokerOptions options;

    @Option(names = "--theme", paramLabel = "light|dark", description = "look (default: as last time, at first dark)")
    private @Nullable Theme theme;

    @Option(
            names = "--unit",
            paramLabel = "kPa|mmHg",
            description = "of pressures (default: as last time, at first kPa)")
    private @Nullable PressureUnit unit;

    @Option(
            names = "--language",
            paramLabel = "en|de",
            description = "of the window (default: as last time, at first the system's)")
    private @Nullable String language;

    @Option(names = "--read-only", description = "only look: no commands to rollers, no frames asked for again")
    private boolean readOnly;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        ConnectionSettings configured =
                LoadedSettings.load(common.configFolder()).mqtt();
        String role = readOnly ? ConnectionSettings.VIEWER : ConnectionSettings.COACH;
        SystemHostClock clock = new SystemHostClock();
        BrokerPlaces places =
                new BrokerPlaces(common.dataFolder().resolve("viewer"), configured, role, readOnly, clock);
        ViewerMemory memory = ViewerMemory.in(
                common.dataFolder().resolve("viewer").resolve("window.properties"), ViewerCommand::warn);
        ViewerSettings chosen = chosen(
                memory.recall(ViewerSettings.defaults().withTheme(Theme.DARK).withLanguage(Language.ofSystem())));
        ViewerDesk desk = new ViewerDesk(
                clock,
                link(places, options.broker(configured, role)),
                places,
                new LocalLibrary(common.dataFolder(), common.configFolder()),
                true,
                memory);
        try (Viewer viewer = open(desk, chosen)) {
            viewer.awaitClosed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** The broker that was typed, else the one that was last chosen in the window and kept, else that of the settings. */
    private Link link(BrokerPlaces places, MqttSettings broker) {
        List<BrokerLogin> before = options.isTyped() ? List.of() : places.remembered();
        if (!before.isEmpty()) {
            try {
                return places.open(before.get(0), "", false);
            } catch (ConnectionException refused) {
                warn(before.get(0).address() + ", used last time: " + refused.getMessage());
            }
        }
        return places.link(broker);
    }

    private ViewerSettings chosen(ViewerSettings kept) throws CommandFailure {
        try {
            ViewerSettings looking = theme == null ? kept : kept.withTheme(theme);
            ViewerSettings reading = unit == null ? looking : looking.withUnit(unit);
            return language == null ? reading : reading.withLanguage(Language.ofWord(language));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--language: " + wrong.getMessage(), wrong);
        }
    }

    private static void warn(String words) {
        LOG.warn(words);
    }

    private static Viewer open(ViewerDesk desk, ViewerSettings settings) throws CommandFailure, InterruptedException {
        try {
            return Viewer.open(desk, settings);
        } catch (ViewerException noDisplay) {
            desk.link().close();
            throw new CommandFailure(CommandFailure.UNREACHABLE, String.valueOf(noDisplay.getMessage()), noDisplay);
        }
    }
}
