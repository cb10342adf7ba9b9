package org.rollscope.app.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.Sex;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.SettingsProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Profiles of athletes and their personal bands. */
@Command(
        name = "athlete",
        description = "Profiles of athletes and their personal bands of pressure.",
        subcommands = {
            AthleteSetCommand.class,
            AthleteRampCommand.class,
            AthleteConsentCommand.class,
            AthleteScreenCommand.class,
            AthleteApproveCommand.class,
            AthleteIllnessCommands.Ill.class,
            AthleteIllnessCommands.Well.class,
            AthleteClearanceCommand.class,
            AthleteNoteCommand.class,
            AthleteSharingCommand.class,
            AthleteDeleteCommand.class
        },
        footer = {
            "",
            "A ceiling comes from the athlete's own ramp test, else an own algometer value, else an estimate by",
            "muscle, sex and contact area. It is a limit of comfort and prudence, not a medical one."
        })
public final class AthleteCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it, for --help
    private CommonOptions common;

    @Override
    public Integer call() {
        CommandLine command = common.commandLine();
        command.usage(command.getErr());
        return CommandFailure.WRONG_USAGE;
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(new SystemHostClock().wallClock(), ZoneOffset.UTC);
    }

    /**
     * The profile of an athlete.
     *
     * @throws CommandFailure when there is none.
     */
    public static AthleteProfile found(CommonOptions options, String athleteId)
            throws CommandFailure, SettingsException {
        return new AthleteFolder(options.dataFolder())
                .find(athleteId)
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "there is no athlete '" + athleteId + "' in " + options.dataFolder()
                                + "; athlete list shows all, athlete add makes one"));
    }

    static void save(CommonOptions options, AthleteProfile profile) throws CommandFailure {
        AthleteFolder folder = new AthleteFolder(options.dataFolder());
        try {
            folder.save(profile);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    folder.file(profile.athleteId()) + " cannot be written: " + failed.getMessage(),
                    failed);
        }
    }

    @Command(name = "add", description = "Make a profile under a pseudonym.")
    int add(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", description = "pseudonym, 1 to 32 of a-z, 0-9 and -; no real name")
                    String athleteId,
            @Option(
                            names = "--sex",
                            paramLabel = "S",
                            description = "female or male, for the estimate; else the lower one")
                    @Nullable
                    Sex sex,
            @Option(
                            names = "--contact-area-mm2",
                            paramLabel = "N",
                            description = "area on the roller, 500 to 30000 (default 6000)")
                    @Nullable
                    Double contactAreaMm2)
            throws CommandFailure, SettingsException {
        if (new AthleteFolder(options.dataFolder()).find(athleteId).isPresent()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED, "athlete '" + athleteId + "' is there already; athlete set changes it");
        }
        AthleteProfile profile = checked(() -> {
            AthleteProfile empty = AthleteProfile.empty(athleteId, today().toString());
            AthleteProfile sexed = sex == null ? empty : empty.withSex(sex);
            return contactAreaMm2 == null ? sexed : sexed.withContactArea(contactAreaMm2);
        });
        save(options, profile);
        Guidance guidance = Guidance.of(options.dataFolder(), athleteId);
        return say(
                options,
                profile,
                AthleteText.known(profile, guidance, today()),
                "; do a ramp test, then: rollscope athlete set " + athleteId
                        + " --ramp quadriceps:right:3=22,6=38,7=44");
    }

    /** What a profile refuses is wrong usage here. */
    static AthleteProfile checked(java.util.function.Supplier<AthleteProfile> making) throws CommandFailure {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    @Command(name = "list", description = "List all athletes.")
    int list(@Mixin CommonOptions options) throws SettingsException {
        List<SettingsProblem> problems = new ArrayList<>();
        List<AthleteProfile> profiles = new AthleteFolder(options.dataFolder()).all(problems);
        PrintWriter out = common.commandLine().getOut();
        if (options.json()) {
            ObjectNode document = JsonOutput.object().put("schema", "rollscope.athletes/1");
            ArrayNode list = document.putArray("athletes");
            for (AthleteProfile profile : profiles) {
                list.addObject()
                        .put("athlete_id", profile.athleteId())
                        .put("added_on", profile.addedOn())
                        .put("band_count", bandCount(options, profile));
            }
            out.println(JsonOutput.text(document));
        } else if (profiles.isEmpty()) {
            out.println("no athletes; rollscope athlete add ID makes one");
        } else {
            for (AthleteProfile profile : profiles) {
                out.printf(
                        "%-32s since %s, %d bands%n",
                        profile.athleteId(), profile.addedOn(), bandCount(options, profile));
            }
        }
        out.flush();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return 0;
    }

    private static int bandCount(CommonOptions options, AthleteProfile profile) throws SettingsException {
        Guidance guidance = Guidance.of(options.dataFolder(), profile.athleteId());
        return AthleteText.known(profile, guidance, today()).size();
    }

    @Command(
            name = "show",
            description = "Show an athlete's bands: every ceiling with its source, its day and what lowers it.")
    int show(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", description = "athlete") String athleteId,
            @Option(names = "--all", description = "all muscles, also those of which only the estimate is known")
                    boolean all)
            throws CommandFailure, SettingsException {
        AthleteProfile profile = found(options, athleteId);
        Guidance guidance = Guidance.of(options.dataFolder(), athleteId);
        List<BandDecision> known = AthleteText.known(profile, guidance, today());
        return say(
                options,
                profile,
                all || known.isEmpty() ? AthleteText.estimates(profile, guidance, today()) : known,
                known.isEmpty() ? "; nothing measured yet, these are estimates" : "");
    }

    private int say(CommonOptions options, AthleteProfile profile, List<BandDecision> bands, String hint) {
        PrintWriter out = common.commandLine().getOut();
        print(options, out, profile, bands);
        if (!options.json() && !hint.isEmpty()) {
            out.println(hint.substring(2));
        }
        out.flush();
        return 0;
    }

    static void print(CommonOptions options, PrintWriter out, AthleteProfile profile, List<BandDecision> bands) {
        if (options.json()) {
            out.println(JsonOutput.text(AthleteText.document(profile, bands)));
        } else {
            AthleteText.print(out, profile);
            bands.forEach(band -> AthleteText.print(out, band));
        }
        out.flush();
    }
}
