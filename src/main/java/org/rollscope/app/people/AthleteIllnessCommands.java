package org.rollscope.app.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.HealthEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down that an athlete is ill, or well again; after an illness the health questions are due. */
abstract class AthleteIllnessCommands implements Callable<Integer> {
    private final boolean ill;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--date", paramLabel = "DAY", description = "since when (default: today)")
    private @Nullable String date;

    private AthleteIllnessCommands(boolean ill) {
        this.ill = ill;
    }

    /** Ill from a day on. */
    @Command(
            name = "ill",
            description = "Write down that the athlete is ill: no guidance until well and screened again.")
    static final class Ill extends AthleteIllnessCommands {
        Ill() {
            super(true);
        }
    }

    /** Well from a day on. */
    @Command(
            name = "well",
            description = "Write down that the athlete is well again; the health questions are then due.")
    static final class Well extends AthleteIllnessCommands {
        Well() {
            super(false);
        }
    }

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        HealthDesk desk = new HealthDesk(common, athleteId);
        String day = day(desk.today());
        desk.write(sequence -> new HealthEntry.Illness(sequence, day, ill));
        return desk.say();
    }

    private String day(LocalDate today) throws CommandFailure {
        String typed = date;
        if (typed == null) {
            return today.toString();
        }
        try {
            if (LocalDate.parse(typed).isAfter(today)) {
                throw new CommandFailure(CommandFailure.WRONG_USAGE, "--date " + typed + " is yet to come");
            }
            return typed;
        } catch (DateTimeException noDay) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--date must be a day like 2026-11-21, was '" + typed + "'", noDay);
        }
    }
}
