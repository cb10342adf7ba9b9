package org.rollscope.config;

import java.nio.file.Path;
import org.rollscope.access.BrokerLimits;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.app.shell.ServiceSettings;
import org.rollscope.command.CommandLimits;
import org.rollscope.cue.CueSettings;
import org.rollscope.device.pi.PiSettings;
import org.rollscope.device.pi.PinSettings;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.screening.ScreeningSettings;

/** The settings as they are shipped. */
public final class ShippedSettings {
    /** Folder of the shipped files; tests run in the repository's root. */
    public static final Path FOLDER = Path.of("config");

    private ShippedSettings() {}

    /** What the core needs. */
    public static RollscopeSettings core() {
        SettingsFolder folder = new SettingsFolder(FOLDER);
        folder.edge("mqtt", ConnectionSettings.class);
        folder.edge("service", ServiceSettings.class);
        folder.edge("broker", BrokerLimits.class);
        folder.edge("commands", CommandLimits.class);
        folder.edge("retention", RetentionSettings.class);
        folder.edge("screening", ScreeningSettings.class);
        folder.edge("progress", ProgressSettings.class);
        folder.edge("pain", PainSettings.class);
        folder.edge("routine", RoutineSettings.class);
        folder.edge("effect", EffectSettings.class);
        folder.edge("feedback", CueSettings.class);
        folder.edge("pi", PiSettings.class);
        folder.edge("pi_pins", PinSettings.class);
        try {
            return folder.core();
        } catch (SettingsException unsound) {
            throw new AssertionError("the shipped settings are not sound", unsound);
        }
    }
}
