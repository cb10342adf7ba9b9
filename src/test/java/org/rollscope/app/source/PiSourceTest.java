package org.rollscope.app.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.ServiceSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.config.SettingsException;

class PiSourceTest {
    private static OpenedSource open(String text) throws CommandFailure, SettingsException {
        LoadedSettings settings = LoadedSettings.load(Path.of("config"));
        return OpenedSource.of(text, Subject.of(settings.core()), settings, new SystemHostClock());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pi?rate_hz=300|rate_hz must be 10..200, was 300",
                "pi?rate=100|unknown option 'rate'",
                "pi?rate_hz|'rate_hz' is not key=value",
                "pi:spidev0.0|the Pi's buses are pi or pi?rate_hz=200",
            })
    void whatCannotBeMeantIsRefused(String text, String words) {
        CommandFailure refusal = assertThrows(CommandFailure.class, () -> open(text));
        assertEquals(CommandFailure.WRONG_USAGE, refusal.exitCode());
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
    }

    @Test
    void theSettingsMayNameIt() {
        assertEquals("pi", new ServiceSettings("pi", 0).source());
        assertEquals("pi?rate_hz=200", new ServiceSettings("pi?rate_hz=200", 0).source());
        assertThrows(IllegalArgumentException.class, () -> new ServiceSettings("pie", 0));
    }
}
