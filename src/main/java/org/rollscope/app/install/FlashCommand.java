package org.rollscope.app.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.device.serial.SerialSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts firmware on a board, after a copy of what is on it, and waits until the board says what it runs. */
@Command(
        name = "flash",
        description = {
            "Put the reference firmware on a board, through a programmer on its J2; the board's USB tells before and after",
            "what it runs. What was on it is kept first, in the data folder."
        },
        footer = {"", "A board of before: rollscope flash --restore FILE. A new chip: rollscope flash --new"})
public final class FlashCommand implements Callable<Integer> {
    private static final String SCHEMA = "rollscope.flash/1";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** In an installation, and in a checkout after {@code make -C hardware/firmware}. */
    private static final List<String> SHIPPED =
            List.of("firmware/rollscope.hex", "hardware/firmware/build/rollscope.hex");

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(names = "--hex", paramLabel = "FILE", description = "firmware (default: the one that is shipped)")
    private @Nullable Path hex;

    @Option(names = "--restore", paramLabel = "FILE", description = "write a copy of before back, whatever it is")
    private @Nullable Path restore;

    @Option(names = "--port", paramLabel = "PATH", description = "the board's port (default: the one with a roller)")
    private @Nullable String port;

    @Option(names = "--baud", paramLabel = "N", description = "line rate of the board (default: ${DEFAULT-VALUE})")
    private int baud = SerialSettings.DEFAULT_BAUD;

    @Option(
            names = "--programmer",
            paramLabel = "KIND",
            description = "as avrdude calls it (default: ${DEFAULT-VALUE})")
    private String programmer = "usbasp";

    @Option(names = "--slow", description = "for a long cable, or a chip that runs at 1 MHz")
    private boolean slow;

    @Option(names = "--new", description = "a chip without firmware: nobody is asked before; its fuses are set too")
    private boolean isNew;

    @Option(names = "--force", description = "also when the board runs this version already")
    private boolean force;

    @Option(names = "--dry-run", description = "print the commands and run none")
    private boolean dryRun;

    @Option(names = "--avrdude", paramLabel = "PROGRAM", description = "another avrdude (default: the one on the path)")
    private String program = "avrdude";

    private final Machine machine;
    private final ObjectNode document = JsonOutput.object().put("schema", SCHEMA);

    /** On this machine. */
    public FlashCommand() {
        this(new ThisMachine());
    }

    FlashCommand(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Integer call() throws CommandFailure {
        FirmwareFile firmware = firmware();
        Avrdude avrdude = new Avrdude(
                machine.tools(),
                program,
                programmer,
                slow ? List.of("-B", "10") : List.of(),
                common.commandLine().getErr());
        if (!dryRun) {
            avrdude.require();
        }
        BoardPort board = new BoardPort(machine, port, baud);
        board.requireNoService(common.dataFolder());
        Found.Roller roller = isNew ? null : board.roller();
        String before = roller == null ? "" : roller.hello().firmwareVersion();
        if (roller != null) {
            tell("board " + roller.hello().boardSerial() + " on " + roller.path() + " runs " + before);
            document.put("board_serial", roller.hello().boardSerial()).put("firmware_before", before);
        }
        tell(firmware.path() + " is " + (firmware.isOurs() ? firmware.version() : "other firmware") + ", "
                + firmware.lengthBytes() + " bytes");
        if (restore == null && !force && before.equals(firmware.version())) {
            tell("nothing to do; --force writes it again");
        } else {
            write(firmware, avrdude, board, roller);
        }
        if (common.json()) {
            common.commandLine().getOut().println(JsonOutput.text(document));
        }
        return 0;
    }

    private FirmwareFile firmware() throws CommandFailure {
        if (restore != null) {
            return FirmwareFile.read(restore);
        }
        FirmwareFile file = FirmwareFile.read(hex == null ? shipped() : hex);
        if (!file.isOurs()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, file.path() + " is no firmware of the reference roller");
        }
        if (file.baud() != baud) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    file.path() + " speaks at " + file.baud() + " baud, and the board is asked at " + baud
                            + "; give --baud " + file.baud()
                            + ", or a file for this line: make -C hardware/firmware BAUD_HZ="
                            + baud + " BUILD=build-" + baud);
        }
        return file;
    }

    private static Path shipped() throws CommandFailure {
        Path home = Path.of(System.getProperty("rollscope.home", "."));
        return SHIPPED.stream()
                .map(home::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "no firmware is shipped here; build it: make -C hardware/firmware, or name one with --hex"));
    }

    private void write(FirmwareFile firmware, Avrdude avrdude, BoardPort board, Found.@Nullable Roller roller)
            throws CommandFailure {
        Path copy = roller == null ? null : copy(roller);
        List<List<String>> commands = new ArrayList<>();
        if (copy != null) {
            commands.add(avrdude.reading(copy));
        } else {
            commands.add(avrdude.settingFuses());
        }
        commands.add(avrdude.writing(firmware.path()));
        if (dryRun) {
            commands.forEach(command -> tell("would run: " + String.join(" ", command)));
            return;
        }
        keep(copy, avrdude, commands.get(0));
        String back = copy == null ? "" : "; what was on it: rollscope flash --restore " + copy;
        avrdude.run(commands.get(1), back);
        String now = board.versionAfterwards(back);
        document.put("firmware_after", now);
        if (restore == null && !now.equals(firmware.version())) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "the board says " + now + " where " + firmware.version()
                            + " was written; is the programmer on another board?" + back);
        }
        tell("the board runs " + now);
    }

    private Path copy(Found.Roller roller) {
        return common.dataFolder()
                .resolve("firmware")
                .resolve(roller.hello().boardSerial() + "-" + roller.hello().firmwareVersion() + "-"
                        + MOMENT.format(new SystemHostClock().wallClock()) + ".hex")
                .toAbsolutePath();
    }

    /** Reads what is on the board; a copy that could not be written back is none. */
    private void keep(@Nullable Path copy, Avrdude avrdude, List<String> command) throws CommandFailure {
        if (copy != null) {
            try {
                Files.createDirectories(copy.getParent());
            } catch (IOException failed) {
                throw new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        copy.getParent()
                                + " cannot be made, so what is on the board cannot be kept; nothing was written",
                        failed);
            }
        }
        avrdude.run(command, "; nothing was written");
        if (copy != null) {
            FirmwareFile.read(copy);
            tell("what was on it is kept in " + copy);
            document.put("copy", copy.toString());
        }
    }

    private void tell(String line) {
        PrintWriter to = common.json()
                ? common.commandLine().getErr()
                : common.commandLine().getOut();
        to.println(line);
        to.flush();
    }
}
