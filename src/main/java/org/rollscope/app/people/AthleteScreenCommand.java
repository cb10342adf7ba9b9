package org.rollscope.app.people;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.AnswersYaml;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.Answer;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.Language;
import org.rollscope.programme.screening.Questionnaire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the health questions, or takes the answers from a file, and says what follows from them. */
@Command(
        name = "screen",
        description = "Ask the health questions before the first session and when they are due.",
        footer = {
            "",
            "Without a keyboard: rollscope athlete screen ID --template > answers.yaml, fill it in, and give it with --answers.",
            "Answers are kept with day and version; a later screening stands beside the earlier one."
        })
final class AthleteScreenCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--answers", paramLabel = "FILE", description = "take the answers from a file")
    private @Nullable Path answersFile;

    @Option(names = "--template", description = "print a file to fill in, and do nothing else")
    private boolean template;

    @Option(
            names = "--demand",
            paramLabel = "REASON",
            description = "have the questions asked again before any guidance")
    private @Nullable String demand;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers or confirms (default: the athlete)")
    private @Nullable String by;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "SELF",
            description = "as whom: self, coach, physiotherapist, doctor (default self)")
    private HealthEntry.Role role = HealthEntry.Role.SELF;

    @Option(names = "--lang", paramLabel = "en|de", defaultValue = "en", description = "language (default en)")
    private String lang = "en";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        Language language = ScreeningTalk.language(lang);
        if (template) {
            common.commandLine().getOut().print(AnswersYaml.template(language));
            common.commandLine().getOut().flush();
            return 0;
        }
        HealthDesk desk = new HealthDesk(common, athleteId);
        String who = who();
        String today = desk.today().toString();
        String reason = demand;
        if (reason != null) {
            desk.write(sequence -> new HealthEntry.ScreeningDemand(sequence, today, who, reason));
            return desk.say();
        }
        List<Answer> answers = answersFile == null
                ? new ScreeningTalk(desk, common.commandLine().getErr(), language).ask()
                : AnswersYaml.read(answersFile);
        desk.write(sequence -> new HealthEntry.Screening(sequence, today, Questionnaire.VERSION, who, role, answers));
        return desk.say();
    }

    private String who() throws CommandFailure {
        if (role != HealthEntry.Role.SELF && by == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "--role " + role.word() + " needs --by NAME: it is written down who confirms");
        }
        return by == null ? athleteId : by;
    }
}
