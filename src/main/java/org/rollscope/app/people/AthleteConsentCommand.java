package org.rollscope.app.people;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.ConsentText;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is recorded and writes down who agrees to it, or no longer does. */
@Command(
        name = "consent",
        description = "Show what is recorded, and write down that the athlete agrees, or no longer does.")
final class AthleteConsentCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--agree", description = "agree without being asked at the keyboard")
    private boolean agree;

    @Option(names = "--withdraw", description = "agree no longer: no guidance from now on; deletes nothing")
    private boolean withdraw;

    @Option(names = "--by", paramLabel = "NAME", description = "who agrees (default: the athlete)")
    private @Nullable String by;

    @Option(names = "--lang", paramLabel = "en|de", defaultValue = "en", description = "language (default en)")
    private String lang = "en";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        if (agree && withdraw) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--agree and --withdraw cannot both be meant");
        }
        Language language = ScreeningTalk.language(lang);
        HealthDesk desk = new HealthDesk(common, athleteId);
        PrintWriter err = common.commandLine().getErr();
        if (!withdraw) {
            err.println(ConsentText.in(language));
            err.flush();
        }
        if (!withdraw && !agree) {
            desk.agreed(language);
        }
        String who = by == null ? athleteId : by;
        desk.write(sequence ->
                new HealthEntry.Consent(sequence, desk.today().toString(), ConsentText.VERSION, !withdraw, who));
        return desk.say();
    }
}
