package org.rollscope.app.install;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.CommandFailure;

/**
 * The program that speaks to a chip through a programmer.
 *
 * <p><b>Source.</b> The fuses are those of {@code hardware/firmware/Makefile}.
 */
final class Avrdude {
    private static final List<String> CHIP = List.of("-p", "m1284p");
    private static final List<String> FUSES =
            List.of("-U", "lfuse:w:0xF7:m", "-U", "hfuse:w:0xD7:m", "-U", "efuse:w:0xFC:m");

    private final HostTools tools;
    private final List<String> program;
    private final PrintWriter err;

    /**
     * Runs nothing yet.
     *
     * @param tools programs of this machine.
     * @param name of the program or its path.
     * @param programmer its word for the programmer.
     * @param more options that come before what is to be done.
     * @param err where its progress goes.
     */
    Avrdude(HostTools tools, String name, String programmer, List<String> more, PrintWriter err) {
        this.tools = tools;
        this.err = err;
        program = new ArrayList<>();
        program.add(name);
        program.addAll(CHIP);
        program.addAll(List.of("-c", programmer));
        program.addAll(more);
    }

    /** Whether it is there. */
    void require() throws CommandFailure {
        if (!tools.has(program.get(0))) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, program.get(0) + " is not there; sudo apt-get install avrdude");
        }
    }

    /** The command that keeps what is on a chip. */
    List<String> reading(Path file) {
        return with("-U", "flash:r:" + file + ":i");
    }

    /** The command that puts firmware on a chip and reads it back. */
    List<String> writing(Path file) {
        return with("-U", "flash:w:" + file + ":i");
    }

    /** The command that sets the fuses of a new chip; at the slow clock that it has from the factory. */
    List<String> settingFuses() {
        List<String> slowly = with("-B", "10");
        slowly.addAll(FUSES);
        return slowly;
    }

    private List<String> with(String... more) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(more));
        return command;
    }

    /**
     * Runs one of the commands.
     *
     * @param afterwards what to do when it fails, beside what its words say.
     */
    void run(List<String> command, String afterwards) throws CommandFailure {
        HostTools.Ran ran = tools.run(command, part -> {
            err.print(part);
            err.flush();
        });
        if (!ran.isDone()) {
            err.println();
            throw new CommandFailure(CommandFailure.WORK_FAILED, explained(ran) + afterwards);
        }
    }

    /** The last line that is an error; behind it avrdude says thank you. */
    private static String lastError(HostTools.Ran ran) {
        return ran.output()
                .lines()
                .filter(line -> line.contains("error"))
                .reduce((first, second) -> second)
                .orElse(ran.lastLine())
                .strip();
    }

    /** Its words in ours; those of its versions 6 and 7. */
    private static String explained(HostTools.Ran ran) {
        String said = ran.output().toLowerCase(Locale.ROOT);
        if (ran.exitCode() == HostTools.Ran.NOT_STARTED) {
            return "avrdude could not be started: " + ran.lastLine();
        }
        if (ran.exitCode() == HostTools.Ran.TOO_LONG) {
            return "avrdude did not end; pull the programmer out and plug it in again";
        }
        if (said.contains("permission denied") || said.contains("operation not permitted")) {
            return "the programmer may not be used by you; run it with sudo";
        }
        if (said.contains("find programmer id")) {
            return "avrdude knows no such --programmer; avrdude -c ? lists them";
        }
        if (said.contains("find usb device") || said.contains("can't open device")) {
            return "no programmer is plugged in; --programmer names another kind";
        }
        if (said.contains("verification error")
                || said.contains("content mismatch")
                || said.contains("verification mismatch")) {
            return "what was read back is not what was written; shorten the cable or add --slow, and write again";
        }
        if (said.contains("expected signature") || said.contains("yikes!  invalid device signature")) {
            return "the chip is no ATmega1284P, or the line is bad; is the programmer on J2, the right way round? --slow helps on a"
                    + " long cable";
        }
        if (said.contains("target doesn't answer")
                || said.contains("target does not answer")
                || said.contains("not in sync")
                || said.contains("initialization failed")) {
            return "the chip does not answer; is the programmer on J2, the right way round, and the board on its own 5 V? A new chip"
                    + " wants --new";
        }
        return "avrdude failed: " + lastError(ran);
    }
}
