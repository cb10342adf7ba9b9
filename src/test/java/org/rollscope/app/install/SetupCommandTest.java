package org.rollscope.app.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.access.SecureFolder;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.TypedLines;
import org.rollscope.device.serial.BoardQuestion;
import picocli.CommandLine;

/** The dialogue as a person has it, on machines of every kind. */
class SetupCommandTest {
    private static final String SPI_AND_I2C = "dtparam=spi=on";

    @TempDir
    private Path folder;

    private Path config;
    private Path data;
    private FakeMachine machine;
    private String out = "";
    private String err = "";
    private String failure = "";

    @BeforeEach
    void makeAMachine() {
        config = folder.resolve("etc");
        data = folder.resolve("data");
        machine = new FakeMachine(folder.resolve("root"));
    }

    /** Types what a person would, line by line; the input ends behind it. */
    private int setup(String typed, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString(), "--data", data.toString()));
        StringWriter said = new StringWriter();
        StringWriter asked = new StringWriter();
        CommandLine command = new CommandLine(new SetupCommand(
                machine, () -> new TypedLines(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)))));
        command.setOut(new PrintWriter(said)).setErr(new PrintWriter(asked));
        failure = "";
        command.setExecutionExceptionHandler((failed, line, parsed) -> {
            failure = String.valueOf(failed.getMessage());
            return failed instanceof CommandFailure told ? told.exitCode() : CommandFailure.WRONG_USAGE;
        });
        int exitCode = command.execute(all.toArray(String[]::new));
        out = said.toString();
        err = asked.toString();
        return exitCode;
    }

    private LoadedSettings settings() throws Exception {
        return LoadedSettings.load(config);
    }

    private void assertNothingWritten() throws IOException {
        for (Path place : List.of(config, data)) {
            if (Files.exists(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    assertEquals(List.of(), files.toList());
                }
            }
        }
        assertEquals(List.of(), machine.tools.changes());
    }

    @Test
    void rollerOnUsbIsTakenWithFourTimesEnter() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).service(data, true);
        assertEquals(0, setup("\n\n\n\n"), failure + out + err);
        assertEquals("serial:auto", settings().service().source());
        assertEquals("127.0.0.1", settings().mqtt().embeddedHost());
        assertTrue(
                Files.readString(config.resolve("rollscope.yaml")).startsWith("extends: shipped\n"),
                "only what is otherwise is written");
        assertEquals(List.of("systemctl restart rollscope.service"), machine.tools.changes());
        assertTrue(out.contains("runs    serial:auto, 48 pads at 100 Hz"), out);
        assertTrue(out.contains("service.source: sim:coached?seed=1 -> serial:auto"), out);
        assertTrue(err.contains("Which roller [1]: "), err);
        assertTrue(out.contains("rollscope viewer"), out);
    }

    @Test
    void oneOfSeveralRollersIsNamedByItsSerial() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).rollerOn("/dev/ttyACM1", 2);
        assertEquals(0, setup("7\n2\nGym 3\ngym-3\nanna\nn\n"), failure + out + err);
        String serial = FakeMachine.hello(2).boardSerial();
        assertEquals("serial:auto?board_serial=" + serial, settings().service().source());
        assertEquals("gym-3", settings().core().rollerId());
        assertEquals("anna", settings().core().athlete().athleteId());
        assertTrue(err.contains("a number from 1 to 3"), err);
        assertTrue(err.contains("1 to 32 letters a to z, digits and -"), err);
        assertTrue(out.contains("next    rollscope service"), "no unit is installed: " + out);
    }

    @Test
    void nothingFoundIsASimulatedRollerAndNoSettingAtAllIsOtherwise() throws Exception {
        machine.port("/dev/ttyUSB0", new BoardQuestion.Answer(null, "no roller answers"), "");
        assertEquals(0, setup("", "--yes"), failure + out + err);
        assertEquals("extends: shipped\n", Files.readString(config.resolve("rollscope.yaml")));
        assertTrue(out.contains("found   port /dev/ttyUSB0: no roller answers"), out);
        assertTrue(out.contains("found   no roller"), out);
        assertEquals("", err);
        assertEquals("sim:coached?seed=1", settings().service().source());
    }

    @Test
    void secondRunShowsWhatIsSetAndChangesNothing() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).service(data, true);
        assertEquals(0, setup("1\ngym-3\nanna\ny\n"), failure + out + err);
        String written = Files.readString(config.resolve("rollscope.yaml"));
        machine.ports.clear(); // the service has it now
        machine.tools.commands.clear();
        assertEquals(0, setup("\n\n\n\n"), failure + out + err);
        assertTrue(err.contains("Name of the roller [gym-3]: "), err);
        assertTrue(err.contains("(y/n) [y]: "), err);
        assertTrue(out.contains("done    nothing had to be changed"), out);
        assertEquals(written, Files.readString(config.resolve("rollscope.yaml")));
        assertEquals(List.of(), machine.tools.changes());
        assertTrue(out.contains("a service runs: source serial:auto"), out);
    }

    @Test
    void piWithItsBusesOffGetsThemSwitchedOnOnceAndSaysToStartAnew() throws Exception {
        Path boot = folder.resolve("root/boot/firmware/config.txt");
        machine.file("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0")
                .file("boot/firmware/config.txt", "# of the system\n[cm4]\notg_mode=1\n");
        machine.tools.with("raspi-config nonint", 0, "");
        assertEquals(0, setup("", "--yes", "--source", "pi", "--pins"), failure + out + err);
        assertEquals("pi", settings().service().source());
        assertEquals(22, settings().piPins().ledIndex());
        assertEquals(13, settings().piPins().painButtonIndex());
        assertEquals(List.of("raspi-config nonint do_spi 0", "raspi-config nonint do_i2c 0"), machine.tools.changes());
        assertEquals(
                "# of the system\n[cm4]\notg_mode=1\n\n# rollscope setup: the buses of the roller\n[all]\n"
                        + "dtoverlay=spi1-1cs\ndtparam=i2c_arm_baudrate=400000\n",
                Files.readString(boot));
        assertEquals(
                "# of the system\n[cm4]\notg_mode=1\n",
                Files.readString(boot.resolveSibling("config.txt.before-rollscope")));
        assertTrue(out.contains("next    start the Pi anew, so that its buses are there: sudo reboot"), out);

        Files.writeString(boot, Files.readString(boot) + SPI_AND_I2C + "\ndtparam=i2c_arm=on\n");
        String before = Files.readString(boot);
        assertEquals(0, setup("", "--yes"), failure + out + err);
        assertEquals(before, Files.readString(boot), "all lines are there already");
        assertTrue(out.contains("sudo reboot"), out);
    }

    @Test
    void piWithoutRaspiConfigGetsAllLines() throws Exception {
        machine.file("proc/device-tree/model", "Raspberry Pi 5\0").file("boot/config.txt", "");
        assertEquals(0, setup("3\n\n\n\nn\n\n", "--buses"), failure + out + err);
        assertEquals("pi", settings().service().source());
        String text = Files.readString(folder.resolve("root/boot/config.txt"));
        for (String line : List.of("dtparam=spi=on", "dtoverlay=spi1-1cs", "dtparam=i2c_arm=on")) {
            assertTrue(text.contains("\n" + line + "\n"), text);
        }
        assertFalse(settings().piPins().isAny());
    }

    @Test
    void rollerWiredToThePiIsTheDefaultWhenItsChipsAnswer() throws Exception {
        machine.file("proc/device-tree/model", "Raspberry Pi 5\0");
        for (String device : List.of("spidev0.0", "spidev0.1", "spidev1.0", "i2c-1")) {
            machine.file("dev/" + device, "");
            machine.chips.add(new Finding(Finding.Level.OK, "bus", device + " answers"));
        }
        assertEquals(0, setup("", "--yes"), failure + out + err);
        assertEquals("pi", settings().service().source());
        assertFalse(out.contains("sudo reboot"), out);
    }

    @Test
    void whatOthersNeedToWatchIsMadeAndHandedToWhoCalled() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/pi"));
        machine.invokingUser = "pi";
        machine.tools
                .with("getent passwd pi", 0, "pi:x:1000:1000:,,,:" + home + ":/bin/bash\n")
                .with("getent group rollscope", 0, "rollscope:x:990:\n")
                .with("id -nG pi", 0, "pi adm sudo\n")
                .with("usermod -aG rollscope pi", 0, "");
        assertEquals(0, setup("\n\n\ny\n"), failure + out + err);
        assertEquals("0.0.0.0", settings().mqtt().embeddedHost());
        assertEquals(8883, settings().mqtt().embeddedPort());
        SecureFolder secure = new SecureFolder(Path.of(settings().mqtt().secureFolder()));
        assertTrue(secure.accounts().rollerIds().contains("roller-1"));
        for (String name : List.of("coach", "viewer")) {
            assertEquals(
                    Files.readString(secure.passwordFile(name)),
                    Files.readString(home.resolve("rollscope-viewer").resolve(name)));
            assertFalse(
                    (out + err)
                            .contains(
                                    Files.readString(secure.passwordFile(name)).strip()),
                    "a password");
        }
        assertTrue(
                out.contains("scp -r pi@gym.local:rollscope-viewer . && rollscope viewer --mqtt mqtts://gym.local:8883"
                        + " --user coach --password-file rollscope-viewer/coach --ca-file rollscope-viewer/ca.crt"),
                out);
        assertEquals(List.of("usermod -aG rollscope pi"), machine.tools.changes());

        assertEquals(0, setup("", "--yes", "--roller-id", "gym-3"), failure + out + err);
        assertTrue(out.contains("renew the certificate"), out);
        assertTrue(secure.accounts().rollerIds().contains("gym-3"));
        assertEquals(0, setup("", "--yes", "--no-share"), failure + out + err);
        assertEquals("", settings().mqtt().secureFolder());
        assertEquals(1883, settings().mqtt().embeddedPort());
    }

    @Test
    void endOfTheInputInTheMiddleChangesNothing() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).service(data, true);
        assertEquals(CommandFailure.WORK_FAILED, setup("1\ngym-3\n"));
        assertTrue(failure.contains("no answer came; nothing was changed"), failure);
        assertNothingWritten();
    }

    @Test
    void dryRunChangesNothing() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).service(data, true);
        assertEquals(0, setup("", "--yes", "--dry-run", "--share"), failure + out + err);
        assertTrue(out.contains("would   write "), out);
        assertTrue(out.contains("would   start the service anew"), out);
        assertNothingWritten();
    }

    @Test
    void settingsThatCannotBeWrittenAreSaidBeforeAnythingIsAsked() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        config = folder.resolve("file/etc");
        assertEquals(CommandFailure.UNREACHABLE, setup(""));
        assertTrue(failure.contains("cannot be written by you; run: sudo rollscope setup"), failure);
        assertEquals("", err);
    }

    @Test
    void answerThatNoCommandCouldUseIsRefusedAndNothingIsWritten() throws Exception {
        for (String source : List.of("serial:/dev/ttyACM0?baud=x", "sim:nobody", "elsewhere", "replay:none.rsw")) {
            assertTrue(setup("", "--yes", "--source", source) != 0, source);
            assertFalse(failure.isEmpty());
            assertNothingWritten();
        }
        assertEquals(CommandFailure.WRONG_USAGE, setup("", "--yes", "--roller-id", "My Roller"));
        assertTrue(failure.contains("roller_id must be 1 to 32"), failure);
        assertNothingWritten();
    }

    @Test
    void unsoundSettingsOfBeforeAreToldAndKept() throws Exception {
        Files.createDirectories(config);
        Files.writeString(config.resolve("rollscope.yaml"), "extends: shipped\nroler_id: a\n");
        assertEquals(CommandFailure.WRONG_USAGE, setup("", "--yes"));
        assertTrue(failure.contains("rollscope.yaml:2: unknown key 'roler_id'"), failure);
        assertEquals("extends: shipped\nroler_id: a\n", Files.readString(config.resolve("rollscope.yaml")));
    }

    @Test
    void serviceWithoutFramesIsAFailureInTheDoctorsWords() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1).service(data, false);
        assertEquals(CommandFailure.WORK_FAILED, setup("", "--yes"), failure + out + err);
        assertTrue(out.contains("fails   no frames come: no roller found"), out);
        assertTrue(out.contains("doctor  "), out);
    }

    @Test
    void serviceThatDoesNotStartIsSaid() throws Exception {
        machine.tools.with("systemctl cat rollscope.service", 0, "").with("systemctl restart", 1, "Job failed.\n");
        assertEquals(CommandFailure.WORK_FAILED, setup("", "--yes"));
        assertTrue(failure.contains("systemctl restart rollscope.service failed: Job failed."), failure);
    }

    @Test
    void settingsOfBeforeComeBack() throws Exception {
        assertEquals(0, setup("", "--yes"));
        assertEquals(CommandFailure.WORK_FAILED, setup("", "--undo"), "there was nothing before");
        assertEquals(0, setup("", "--yes", "--roller-id", "gym-3"));
        assertEquals(0, setup("", "--undo"), failure);
        assertEquals("roller-1", settings().core().rollerId());
    }

    @Test
    void outsideBrokerIsWrittenAndNobodyIsAskedToShare() throws Exception {
        assertEquals(0, setup("\n\n\n", "--broker", "mqtts://gym.local:8883"), failure + err);
        assertEquals("mqtts://gym.local:8883", settings().mqtt().broker());
        assertFalse(err.contains("other machines"), err);
    }

    @Test
    void documentHasWhatWasFoundChangedAndIsNext() throws Exception {
        machine.rollerOn("/dev/ttyACM0", 1);
        assertEquals(0, setup("", "--yes", "--json"), failure);
        JsonNode document = new ObjectMapper().readTree(out);
        assertEquals("rollscope.setup/1", document.required("schema").asText());
        assertTrue(document.required("found").get(0).asText().startsWith("roller on /dev/ttyACM0: "));
        assertTrue(document.required("changes").get(0).asText().startsWith("done: write "));
        assertEquals("rollscope service", document.required("next").get(0).asText());
    }
}
