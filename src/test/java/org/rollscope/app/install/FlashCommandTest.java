package org.rollscope.app.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.app.service.StateFile;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.device.serial.BoardQuestion;
import org.rollscope.frame.BoardHello;
import picocli.CommandLine;

/** A board whose chip is a file: a script stands for avrdude, and the board says what the file holds. */
class FlashCommandTest {
    private static final String PATH = "/dev/ttyUSB0";
    private static final int BAUD = 500_000;
    /** Keeps its arguments, fails as it is told, and reads and writes the chip. */
    private static final String SCRIPT = """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo "$*" >> arguments
            for last; do :; done
            if [ -s fault ] && { [ ! -s fault-at ] || echo "$last" | grep -q "$(cat fault-at)"; }; then cat fault >&2; exit 1; fi
            case $last in
                flash:r:*) file=${last#flash:r:}; cp chip "${file%:i}" ;;
                flash:w:*) file=${last#flash:w:}; cp "${file%:i}" chip ;;
            esac
            echo 'Writing | ################################################## | 100% 0.01s' >&2
            """;

    @TempDir
    private Path folder;

    private FakeMachine machine;
    private String out = "";
    private String err = "";
    private String failure = "";

    @BeforeEach
    void plugIn() throws IOException {
        Path script = folder.resolve("avrdude");
        Files.writeString(script, SCRIPT);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        write("chip", hex(0, 1, 0, BAUD));
        write("new.hex", hex(0, 2, 0, BAUD));
        machine = new FakeMachine(folder.resolve("root"));
        machine.programs = new SystemTools();
        machine.looking = this::showTheBoard;
    }

    private void showTheBoard() {
        try {
            FirmwareFile chip = FirmwareFile.read(folder.resolve("chip"));
            machine.ports.clear();
            machine.port(
                    PATH,
                    chip.isOurs()
                            ? new BoardQuestion.Answer(hello(chip.version()), "")
                            : new BoardQuestion.Answer(null, "no roller answers"),
                    "");
        } catch (CommandFailure unreadable) {
            throw new UncheckedIOException(new IOException(unreadable));
        }
    }

    private static BoardHello hello(String version) {
        return new BoardHello(1, 0x51, version, 1, 1, 100, 12, 3300, 156.9, 34.9, 0, 3900, Double.NaN, new int[48]);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Firmware that only says what it is, in lines of sixteen bytes after a jump. */
    private static String hex(int major, int minor, int patch, int baud) {
        byte[] mark = "rollscope firmware\0".getBytes(StandardCharsets.US_ASCII);
        byte[] flash = new byte[64];
        System.arraycopy(mark, 0, flash, 5, mark.length);
        int at = 5 + mark.length;
        int[] rest = {major, minor, patch, baud, baud >> 8, baud >> 16, baud >> 24};
        for (int index = 0; index < rest.length; index++) {
            flash[at + index] = (byte) rest[index];
        }
        return lines(flash);
    }

    private static String lines(byte[] flash) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < flash.length; from += 16) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "10%04X00", from));
            int sum = 0x10 + (from >> 8) + from;
            for (int index = from; index < from + 16; index++) {
                line.append(String.format(Locale.ROOT, "%02X", flash[index]));
                sum += flash[index];
            }
            text.append(':').append(line).append(String.format(Locale.ROOT, "%02X%n", -sum & 0xff));
        }
        return text + ":00000001FF\n";
    }

    private int flash(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        if (!all.contains("--avrdude")) {
            all.addAll(List.of("--avrdude", folder.resolve("avrdude").toString()));
        }
        StringWriter said = new StringWriter();
        StringWriter shown = new StringWriter();
        CommandLine command = new CommandLine(new FlashCommand(machine));
        command.setOut(new PrintWriter(said)).setErr(new PrintWriter(shown));
        failure = "";
        command.setExecutionExceptionHandler((failed, line, parsed) -> {
            failure = String.valueOf(failed.getMessage());
            return failed instanceof CommandFailure told ? told.exitCode() : -1;
        });
        int exitCode = command.execute(all.toArray(String[]::new));
        out = said.toString();
        err = shown.toString();
        return exitCode;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> arguments() throws IOException {
        Path file = folder.resolve("arguments");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private Path copy() throws IOException {
        try (Stream<Path> copies = Files.list(folder.resolve("data/firmware"))) {
            return copies.findFirst().orElseThrow();
        }
    }

    @Test
    void boardIsKeptWrittenAndSaysWhatItRuns() throws IOException {
        assertEquals(0, flash("--hex", file("new.hex")), failure);
        assertTrue(out.contains("board 0000000000000051 on /dev/ttyUSB0 runs 0.1.0"), out);
        assertTrue(out.contains("new.hex is 0.2.0, 64 bytes"), out);
        assertTrue(out.contains("the board runs 0.2.0"), out);
        assertTrue(err.contains("Writing | ####"), "progress: " + err);
        Path copy = copy();
        assertTrue(copy.getFileName().toString().startsWith("0000000000000051-0.1.0-"), copy.toString());
        assertEquals(hex(0, 1, 0, BAUD), Files.readString(copy));
        assertEquals(
                List.of(
                        "-p m1284p -c usbasp -U flash:r:" + copy + ":i",
                        "-p m1284p -c usbasp -U flash:w:" + file("new.hex") + ":i"),
                arguments());

        assertEquals(0, flash("--restore", copy.toString()), failure);
        assertTrue(out.contains("the board runs 0.1.0"), out);
    }

    @Test
    void sameVersionIsLeftAloneUnlessForced() throws IOException {
        write("new.hex", hex(0, 1, 0, BAUD));
        assertEquals(0, flash("--hex", file("new.hex")), failure);
        assertTrue(out.contains("nothing to do; --force"), out);
        assertEquals(List.of(), arguments());
        assertEquals(0, flash("--hex", file("new.hex"), "--force", "--slow", "--programmer", "avrisp2"), failure);
        assertTrue(
                arguments().get(1).startsWith("-p m1284p -c avrisp2 -B 10 -U flash:w:"),
                arguments().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avrdude error: cannot find USB device with vid=0x16c0 pid=0x5dc vendor='www.fischl.de' product='USBasp' | no programmer is plugged in",
                "avrdude: error: could not find USB device with vid=0x16c0 pid=0x5dc | no programmer is plugged in",
                "avrdude: Warning: cannot open USB device: Permission denied | run it with sudo",
                "avrdude: error: program enable: target doesn't answer. 1 | the chip does not answer",
                "avrdude: stk500_getsync(): not in sync: resp=0x00 | the chip does not answer",
                "avrdude: Expected signature for ATmega1284P is 1E 97 05 | the chip is no ATmega1284P",
                "avrdude error: cannot find programmer id parport | avrdude knows no such --programmer",
                "avrdude error: something new | avrdude failed: avrdude error: something new;"
            })
    void failureBeforeAnythingIsWrittenIsSaidInOneLine(String words, String expected) throws IOException {
        write("fault", words + "\n\navrdude done.  Thank you.\n\n");
        assertEquals(CommandFailure.WORK_FAILED, flash("--hex", file("new.hex")));
        assertTrue(failure.contains(expected) && failure.endsWith("; nothing was written"), failure);
        assertEquals(hex(0, 1, 0, BAUD), Files.readString(folder.resolve("chip")));
    }

    @Test
    void firmwareThatDoesNotReadBackIsToldWithTheWayBack() throws IOException {
        write("fault", "avrdude: verification error, first mismatch at byte 0x0040\n");
        write("fault-at", "flash:w");
        assertEquals(CommandFailure.WORK_FAILED, flash("--hex", file("new.hex")));
        assertTrue(failure.contains("what was read back is not what was written"), failure);
        assertTrue(failure.endsWith("rollscope flash --restore " + copy()), failure);
    }

    @Test
    void boardThatSaysAnotherVersionAfterwardsIsToldApart() throws IOException {
        machine.looking = () -> {
            machine.ports.clear();
            machine.port(PATH, new BoardQuestion.Answer(hello("0.1.0"), ""), "");
        };
        assertEquals(CommandFailure.WORK_FAILED, flash("--hex", file("new.hex")));
        assertTrue(failure.contains("the board says 0.1.0 where 0.2.0 was written"), failure);
    }

    @Test
    void boardThatIsSilentAfterwardsIsAskedAgainAndThenTold() throws IOException {
        machine.looking = () -> {
            boolean first = machine.lookCount == 1;
            machine.ports.clear();
            machine.port(
                    PATH,
                    new BoardQuestion.Answer(first ? hello("0.1.0") : null, first ? "" : "no roller answers"),
                    "");
        };
        assertEquals(CommandFailure.WORK_FAILED, flash("--hex", file("new.hex")));
        assertTrue(failure.contains("the board does not answer on its port"), failure);
        assertEquals(5, machine.lookCount);
    }

    @Test
    void newChipGetsItsFusesAndNobodyIsAskedBefore() throws IOException {
        write("chip", lines(new byte[16]));
        assertEquals(CommandFailure.UNREACHABLE, flash("--hex", file("new.hex")));
        assertTrue(failure.contains("/dev/ttyUSB0: no roller answers") && failure.contains("--new"), failure);
        assertEquals(List.of(), arguments());
        assertEquals(0, flash("--hex", file("new.hex"), "--new"), failure);
        assertEquals(
                List.of(
                        "-p m1284p -c usbasp -B 10 -U lfuse:w:0xF7:m -U hfuse:w:0xD7:m -U efuse:w:0xFC:m",
                        "-p m1284p -c usbasp -U flash:w:" + file("new.hex") + ":i"),
                arguments());
    }

    @Test
    void portThatAServiceHasIsLeftToIt() throws IOException {
        machine.looking = () -> {};
        machine.port(PATH, new BoardQuestion.Answer(null, "not asked"), "java (process 7)");
        assertEquals(CommandFailure.UNREACHABLE, flash("--hex", file("new.hex")));
        assertTrue(
                failure.contains("is open in java (process 7); stop it first: sudo systemctl stop rollscope"), failure);

        Files.createDirectories(folder.resolve("data"));
        write(
                "data/" + StateFile.FILE_NAME,
                "{\"process_id\": " + ProcessHandle.current().pid() + ", \"source\": \"serial:auto\"}");
        assertEquals(CommandFailure.UNREACHABLE, flash("--hex", file("new.hex"), "--new"));
        assertTrue(failure.contains("the service reads serial:auto; stop it first"), failure);
        assertEquals(List.of(), arguments());
    }

    @Test
    void missingAvrdudeIsSaidWithTheCommandThatInstallsIt() {
        assertEquals(CommandFailure.UNREACHABLE, flash("--hex", file("new.hex"), "--avrdude", file("none")), failure);
        assertTrue(failure.contains("sudo apt-get install avrdude"), failure);
    }

    @Test
    void fileThatIsNotOursOrDamagedIsRefusedBeforeAnythingElse() throws IOException {
        write("other.hex", lines(new byte[16]));
        assertEquals(CommandFailure.WRONG_USAGE, flash("--hex", file("other.hex")));
        assertTrue(failure.contains("is no firmware of the reference roller"), failure);
        write("cut.hex", hex(0, 2, 0, BAUD).replace(":00000001FF\n", ""));
        assertEquals(CommandFailure.WRONG_USAGE, flash("--hex", file("cut.hex")));
        assertTrue(failure.contains("the file's end is missing"), failure);
        write("flipped.hex", hex(0, 2, 0, BAUD).replaceFirst("6F", "6E"));
        assertEquals(CommandFailure.WRONG_USAGE, flash("--hex", file("flipped.hex")));
        assertTrue(failure.contains("flipped.hex:1: has a wrong checksum"), failure);
        write("slow.hex", hex(0, 2, 0, 250_000));
        assertEquals(CommandFailure.WRONG_USAGE, flash("--hex", file("slow.hex")));
        assertTrue(failure.contains("speaks at 250000 baud"), failure);
        assertEquals(CommandFailure.UNREACHABLE, flash("--hex", file("none.hex")));
        assertEquals(0, machine.lookCount);
    }

    @Test
    void dryRunPrintsTheCommandsAndRunsNone() throws IOException {
        assertEquals(0, flash("--hex", file("new.hex"), "--dry-run", "--avrdude", "avrdude"), failure);
        assertTrue(out.contains("would run: avrdude -p m1284p -c usbasp -U flash:w:" + file("new.hex") + ":i"), out);
        assertEquals(List.of(), arguments());
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void documentSaysWhatWasAndIs() throws IOException {
        assertEquals(0, flash("--hex", file("new.hex"), "--json"), failure);
        JsonNode document = new ObjectMapper().readTree(out);
        assertEquals("0.1.0", document.required("firmware_before").asText());
        assertEquals("0.2.0", document.required("firmware_after").asText());
        assertEquals(copy().toString(), document.required("copy").asText());
    }
}
