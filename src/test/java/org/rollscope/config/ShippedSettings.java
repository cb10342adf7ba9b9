package org.rollscope.config;

import java.nio.file.Path;

/** The settings as they are shipped. */
public final class ShippedSettings {
    /** Folder of the shipped files; tests run in the repository's root. */
    public static final Path FOLDER = Path.of("config");

    private ShippedSettings() {}

    /** What the core needs; the section of the connection is read over. */
    public static RollscopeSettings core() {
        SettingsFolder folder = new SettingsFolder(FOLDER);
        folder.edge("mqtt", Mqtt.class);
        try {
            return folder.core();
        } catch (SettingsException unsound) {
            throw new AssertionError("the shipped settings are not sound", unsound);
        }
    }

    /** The keys of the section {@code mqtt}. */
    public record Mqtt(String broker, int embeddedPort, String userName, String passwordFile, String caFile) {}
}
