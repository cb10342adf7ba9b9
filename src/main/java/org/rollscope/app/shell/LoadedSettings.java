package org.rollscope.app.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.BrokerLimits;
import org.rollscope.command.CommandLimits;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsFolder;
import org.rollscope.cue.CueSettings;
import org.rollscope.device.pi.PiSettings;
import org.rollscope.device.pi.PinSettings;
import org.rollscope.programme.ProgrammeSettings;
import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.screening.ScreeningSettings;

/**
 * All settings of one folder.
 *
 * @param core what the core needs.
 * @param mqtt what the service's connection needs.
 * @param service what a service reads.
 * @param limits what a broker takes from its clients.
 * @param commands how many commands it takes.
 * @param retention how long recordings stay.
 * @param cues how the athlete is told by light, tone and vibration.
 * @param pi what is wired to the buses of a Pi.
 * @param piPins what is wired to its pins.
 * @param programme when questions are asked again, and how plans go on.
 */
public record LoadedSettings(
        RollscopeSettings core,
        ConnectionSettings mqtt,
        ServiceSettings service,
        BrokerLimits limits,
        CommandLimits commands,
        RetentionSettings retention,
        CueSettings cues,
        PiSettings pi,
        PinSettings piPins,
        ProgrammeSettings programme) {
    /**
     * Reads and checks everything.
     *
     * @throws SettingsException with every problem.
     */
    public static LoadedSettings load(Path folder) throws SettingsException {
        return load(folder, null);
    }

    /**
     * The same with another profile of the detectors than the settings name.
     *
     * @throws SettingsException with every problem.
     */
    public static LoadedSettings load(Path folder, @Nullable String profile) throws SettingsException {
        return of(new SettingsFolder(folder), profile);
    }

    /**
     * Reads and checks everything, as if the main file of the folder held this text.
     *
     * @throws SettingsException with every problem.
     */
    public static LoadedSettings with(Path folder, String mainText) throws SettingsException {
        return of(SettingsFolder.with(folder, mainText), null);
    }

    private static LoadedSettings of(SettingsFolder files, @Nullable String profile) throws SettingsException {
        ConnectionSettings mqtt = files.edge("mqtt", ConnectionSettings.class);
        ServiceSettings service = files.edge("service", ServiceSettings.class);
        BrokerLimits limits = files.edge("broker", BrokerLimits.class);
        CommandLimits commands = files.edge("commands", CommandLimits.class);
        RetentionSettings retention = files.edge("retention", RetentionSettings.class);
        CueSettings cues = files.edge("feedback", CueSettings.class);
        PiSettings pi = files.edge("pi", PiSettings.class);
        PinSettings piPins = files.edge("pi_pins", PinSettings.class);
        ScreeningSettings screening = files.edge("screening", ScreeningSettings.class);
        ProgressSettings progress = files.edge("progress", ProgressSettings.class);
        PainSettings pain = files.edge("pain", PainSettings.class);
        RoutineSettings routine = files.edge("routine", RoutineSettings.class);
        EffectSettings effect = files.edge("effect", EffectSettings.class);
        RollscopeSettings core = files.core(profile);
        if (mqtt == null
                || service == null
                || limits == null
                || commands == null
                || retention == null
                || cues == null
                || pi == null
                || piPins == null
                || screening == null
                || progress == null
                || pain == null
                || routine == null
                || effect == null) {
            throw new IllegalStateException("settings without a problem have all sections");
        }
        ProgrammeSettings programme = new ProgrammeSettings(screening, progress, pain, routine, effect);
        return new LoadedSettings(core, mqtt, service, limits, commands, retention, cues, pi, piPins, programme);
    }
}
