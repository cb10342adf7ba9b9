package org.rollscope.app.people;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.team.SharingLevel;
import org.rollscope.programme.team.SharingLog;
import org.rollscope.programme.team.SharingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what an athlete lets a coach see. */
@Command(
        name = "sharing",
        description = "Agree to what a coach may see, or show what was agreed; nothing is shared without it.",
        footer = {
            "",
            "Levels, each with those before it: plan (all versions of the plan), clearance (whether you may be guided, until when),",
            "reasons (why not, and within which limits). Answers, notes, sessions and bands are never shared so."
        })
final class AthleteSharingCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "LEVEL", description = "plan, clearance or reasons")
    private @Nullable SharingLevel level;

    @Option(names = "--agree", description = "agree without being asked at the keyboard")
    private boolean agree;

    @Option(names = "--withdraw", description = "nothing more is shared from now on; team take-back removes what was")
    private boolean withdraw;

    @Option(names = "--by", paramLabel = "NAME", description = "who agrees (default: the athlete)")
    private @Nullable String by;

    @Option(names = "--lang", paramLabel = "en|de", defaultValue = "en", description = "language (default en)")
    private String lang = "en";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        AthleteCommand.found(common, athleteId);
        ProgrammeFolder folder = new ProgrammeFolder(common.dataFolder());
        SharingLog log = folder.sharing(athleteId);
        SharingLevel wanted = level;
        boolean wrong = withdraw ? wanted != null || agree : (agree && wanted == null) || wanted == SharingLevel.NONE;
        if (wrong) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "say plan, clearance or reasons to agree, or --withdraw alone");
        }
        if (withdraw || wanted != null) {
            SharingLevel next = wanted == null ? SharingLevel.NONE : wanted;
            if (next != SharingLevel.NONE) {
                ask(ScreeningTalk.language(lang), next);
            }
            log = write(folder, log, next);
        }
        say(log);
        return 0;
    }

    private void ask(Language language, SharingLevel next) throws CommandFailure, SettingsException {
        PrintWriter err = common.commandLine().getErr();
        err.println(SharingText.in(language, next));
        err.flush();
        if (!agree) {
            new HealthDesk(common, athleteId).agreed(language);
        }
    }

    private SharingLog write(ProgrammeFolder folder, SharingLog log, SharingLevel next) throws CommandFailure {
        try {
            SharingLog more = log.with(new SharingLog.Agreement(
                    AthleteCommand.today().toString(), next, SharingText.VERSION, by == null ? athleteId : by));
            folder.save(more);
            return more;
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    folder.sharingFile(athleteId) + " cannot be written: " + failed.getMessage(),
                    failed);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private void say(SharingLog log) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            var document = JsonOutput.object()
                    .put("schema", "rollscope.sharing-shown/1")
                    .put("athlete_id", athleteId)
                    .put("level", log.level().word());
            var places = document.putArray("folders");
            log.places().forEach(place -> places.add(place.folder()));
            out.println(JsonOutput.text(document));
        } else {
            out.println(athleteId + " shares "
                    + (log.level() == SharingLevel.NONE
                            ? "nothing"
                            : log.level().word()));
            log.places().forEach(place -> out.println("  went to " + place.folder() + " since " + place.firstDate()));
        }
        out.flush();
    }
}
