package org.rollscope.app.people;

import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.Question;
import org.rollscope.programme.screening.Questionnaire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down who approves of guidance in spite of an answer, and until when. */
@Command(
        name = "approve",
        description = "Write down who approves of guidance in spite of an answer, and until when.",
        footer = {
            "",
            "A doctor or physiotherapist approves where the question asks for a professional; for pregnancy a coach with",
            "special training may. A coach who was told by a professional names both: --by \"Dr. Berg\" --role doctor",
            "--confirmed-by NAME. Answers that refuse guidance can be approved by nobody; screen again when they change."
        })
final class AthleteApproveCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--question", paramLabel = "KEY", required = true, description = "which answer, as blood_pressure")
    private String key = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who approves")
    private String by = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "as whom: coach, physiotherapist, doctor")
    private HealthEntry.Role role = HealthEntry.Role.SELF;

    @Option(names = "--until", paramLabel = "DATE", required = true, description = "last day on which it holds")
    private String until = "";

    @Option(names = "--confirmed-by", paramLabel = "NAME", description = "coach who was told and writes it down")
    private String confirmedBy = "";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        Question question = Questionnaire.find(key)
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "there is no question '" + key + "'; there are " + Questionnaire.keys()));
        if (!GuidanceGate.mayApprove(question, role)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "a yes to " + key + " " + question.consequence().effect() + ": role " + role.word()
                            + " cannot approve it");
        }
        HealthDesk desk = new HealthDesk(common, athleteId);
        desk.write(sequence ->
                new HealthEntry.Approval(sequence, desk.today().toString(), key, by, role, confirmedBy, until));
        return desk.say();
    }
}
