package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** Single keys for a muscle or an athlete over a profile of the detectors; the shipped athlete is athlete-1, quadriceps. */
class LayeredProfileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyShipped() throws IOException {
        for (String name : List.of("detection/muscle", "detection/athlete")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String file : List.of("rollscope.yaml", "detection/default.yaml", "detection/sensitive.yaml")) {
            Files.copy(ShippedSettings.FOLDER.resolve(file), folder.resolve(file));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private RollscopeSettings read() throws SettingsException {
        SettingsFolder read = new SettingsFolder(folder);
        read.edge("mqtt", ConnectionSettings.class);
        read.edge("service", ServiceSettings.class);
        read.edge("broker", BrokerLimits.class);
        read.edge("commands", CommandLimits.class);
        read.edge("retention", RetentionSettings.class);
        read.edge("screening", ScreeningSettings.class);
        read.edge("progress", ProgressSettings.class);
        read.edge("pain", PainSettings.class);
        read.edge("routine", RoutineSettings.class);
        read.edge("effect", EffectSettings.class);
        read.edge("feedback", CueSettings.class);
        read.edge("pi", PiSettings.class);
        read.edge("pi_pins", PinSettings.class);
        return read.core();
    }

    private SettingsProblem onlyProblem() {
        List<SettingsProblem> problems =
                assertThrows(SettingsException.class, this::read).problems();
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }

    @Test
    void athleteGoesOverMuscleAndMuscleOverTheProfile() throws Exception {
        write("detection/muscle/quadriceps.yaml", "hold:\n  min_duration_ms: 4000\n  max_travel_mm: 30\n");
        write("detection/athlete/athlete-1.yaml", "# slow\nhold:\n  min_duration_ms: 5000\n");
        write("detection/muscle/calf.yaml", "hold:\n  min_pressure_kpa: 50\n");
        var hold = read().detection().hold();
        assertEquals(5000, hold.minDurationMs());
        assertEquals(30, hold.maxTravelMm());
        assertEquals(8, hold.minPressureKpa(), "another muscle's file");
    }

    @Test
    void misspeltKeyIsToldWithItsFileLineAndTheNearestOne() throws IOException {
        write("detection/muscle/quadriceps.yaml", "# wrong\nhold:\n  min_duration_m: 4000\n");
        SettingsProblem problem = onlyProblem();
        assertEquals(folder.resolve("detection/muscle/quadriceps.yaml"), problem.file());
        assertEquals(3, problem.lineIndex());
        assertTrue(problem.message().contains("did you mean 'min_duration_ms'?"), problem.message());
    }

    @Test
    void valueOutOfRangeIsToldWhereItStandsAlsoForAnotherAthlete() throws IOException {
        write("detection/athlete/somebody.yaml", "hold:\n  min_duration_ms: 3\n");
        SettingsProblem problem = onlyProblem();
        assertEquals(folder.resolve("detection/athlete/somebody.yaml"), problem.file());
        assertEquals(2, problem.lineIndex());
        assertTrue(problem.message().contains("min_duration_ms must be"), problem.message());
    }

    @Test
    void fileForNoMuscleIsToldWithTheNearestOne() throws IOException {
        write("detection/muscle/quadricep.yaml", "hold:\n  min_duration_ms: 4000\n");
        assertTrue(onlyProblem().message().contains("'quadriceps.yaml'"));
    }

    @Test
    void unknownSectionIsTold() throws IOException {
        write("detection/athlete/athlete-1.yaml", "holds:\n  min_duration_ms: 4000\n");
        assertTrue(onlyProblem().message().contains("did you mean 'hold'?"));
    }

    @Test
    void sectionWithoutKeysIsTold() throws IOException {
        write("detection/muscle/quadriceps.yaml", "# none\nhold: 3\n");
        SettingsProblem problem = onlyProblem();
        assertEquals(folder.resolve("detection/muscle/quadriceps.yaml"), problem.file());
        assertEquals(2, problem.lineIndex());
        assertTrue(problem.message().startsWith("hold must hold keys"), problem.message());
    }
}
