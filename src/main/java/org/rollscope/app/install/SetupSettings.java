package org.rollscope.app.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsEdit;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsFolder;
import org.rollscope.device.pi.PinSettings;

/** The settings that a setup writes: only what is otherwise than now. <b>Threads.</b> One. */
final class SetupSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final int PLAIN_PORT = 1883;
    /** As in hardware/wiring/pi-pins.csv. */
    private static final PinSettings WIRED = new PinSettings(22, 12, 23, 5, 6, 13);

    private final Path folder;
    private final LoadedSettings present;
    private final SettingsEdit edit;
    private final List<String> changes = new ArrayList<>();

    private SetupSettings(Path folder, LoadedSettings present, SettingsEdit edit) {
        this.folder = folder;
        this.present = present;
        this.edit = edit;
    }

    /** Begins with what a folder holds; an empty one takes everything from the shipped settings. */
    static SetupSettings of(Path folder) throws SettingsException, IOException {
        boolean isThere = Files.exists(folder.resolve(SettingsFolder.MAIN_FILE));
        LoadedSettings present =
                isThere ? LoadedSettings.load(folder) : LoadedSettings.with(folder, SettingsFolder.EXTENDING_TEXT);
        return new SetupSettings(folder, present, SettingsEdit.of(folder));
    }

    LoadedSettings present() {
        return present;
    }

    /**
     * Sets what was decided.
     *
     * @param secureFolder users and certificates, where others may watch.
     * @return the settings as they will be.
     * @throws SettingsException when they would be refused; nothing is written.
     */
    LoadedSettings decide(SetupAnswers answers, SetupOptions options, Path secureFolder) throws SettingsException {
        set("roller_id", answers.rollerId(), present.core().rollerId());
        set("athlete.athlete_id", answers.athleteId(), present.core().athlete().athleteId());
        set("service.source", answers.source(), present.service().source());
        setPins(answers.pins());
        setBroker(options);
        setShared(answers.isShared(), secureFolder);
        return LoadedSettings.with(folder, edit.text());
    }

    private void setPins(@Nullable Boolean wanted) throws SettingsException {
        if (wanted == null) {
            return;
        }
        Map<String, Integer> shall = pins(wanted ? WIRED : PinSettings.none());
        Map<String, Integer> is = pins(present.piPins());
        for (Map.Entry<String, Integer> pin : shall.entrySet()) {
            set("pi_pins." + pin.getKey(), pin.getValue().toString(), String.valueOf(is.get(pin.getKey())));
        }
    }

    private static Map<String, Integer> pins(PinSettings pins) {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("led_index", pins.ledIndex());
        all.put("buzzer_index", pins.buzzerIndex());
        all.put("vibration_index", pins.vibrationIndex());
        all.put("marker_button_index", pins.markerButtonIndex());
        all.put("felt_release_button_index", pins.feltReleaseButtonIndex());
        all.put("pain_button_index", pins.painButtonIndex());
        return all;
    }

    private void setBroker(SetupOptions options) throws SettingsException {
        ConnectionSettings mqtt = present.mqtt();
        setTyped("mqtt.broker", options.broker, mqtt.broker());
        setTyped("mqtt.user_name", options.user, mqtt.userName());
        setTyped("mqtt.password_file", options.passwordFile, mqtt.passwordFile());
        setTyped("mqtt.ca_file", options.caFile, mqtt.caFile());
    }

    private void setShared(boolean wanted, Path secureFolder) throws SettingsException {
        ConnectionSettings mqtt = present.mqtt();
        boolean is = SetupDialogue.isShared(present);
        if (wanted && !is) {
            set("mqtt.embedded_host", EVERYWHERE, mqtt.embeddedHost());
            set("mqtt.embedded_port", Integer.toString(SharedAccess.TLS_PORT), Integer.toString(mqtt.embeddedPort()));
            set("mqtt.secure_folder", secureFolder.toString(), mqtt.secureFolder());
        } else if (!wanted && is && mqtt.broker().equals(ConnectionSettings.EMBEDDED)) {
            set("mqtt.embedded_host", LOOPBACK, mqtt.embeddedHost());
            set("mqtt.embedded_port", Integer.toString(PLAIN_PORT), Integer.toString(mqtt.embeddedPort()));
            set("mqtt.secure_folder", "", mqtt.secureFolder());
        }
    }

    private void setTyped(String key, @Nullable String value, String now) throws SettingsException {
        if (value != null) {
            set(key, value, now);
        }
    }

    private void set(String key, String value, String now) throws SettingsException {
        if (!value.equals(now)) {
            edit.set(key, value);
            changes.add(key + ": " + shown(now) + " -> " + shown(value));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(empty)" : value;
    }

    /** One step that writes all changes; none when there is nothing to write. */
    List<SetupStep> steps() {
        if (!edit.isChanged()) {
            return List.of();
        }
        Path file = folder.resolve(SettingsFolder.MAIN_FILE);
        String words = changes.isEmpty() ? "as it is shipped" : String.join("; ", changes);
        return List.of(new SetupStep("write " + file + ": " + words, edit::write));
    }
}
