package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.ProgrammeSettings;
import org.rollscope.programme.effect.EffectFigure;
import org.rollscope.programme.effect.EffectReview;
import org.rollscope.programme.effect.Weeks;
import org.rollscope.session.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a programme works, as far as weeks of sessions and notes show it. */
@Command(
        name = "effect",
        description =
                "Show what weeks of sessions and notes show: adherence, pain, time to release, dose, sides, soreness, motion.",
        footer = {
            "",
            "Every figure has its n, the range of its weeks and what may be said of a trend: nothing from a few weeks, and nothing",
            "where chance orders weeks as clearly. It shows what went along with rolling, not what rolling did."
        })
final class PlanEffectCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "12", description = "1 to 104 up to today (default 12)")
    private int weekCount;

    @Option(names = "--formulas", description = "also say how each figure is computed")
    private boolean formulas;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        if (weekCount < 1 || weekCount > 104) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--weeks must be 1..104, was " + weekCount);
        }
        PlanDesk desk = new PlanDesk(common, athleteId);
        ProgrammeSettings settings = LoadedSettings.load(common.configFolder()).programme();
        Weeks weeks = new Weeks(desk.today(), weekCount);
        List<EffectFigure> figures = new EffectReview(settings.effect(), settings.progress(), settings.pain())
                .review(desk.evidence(), weeks);
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document = JsonOutput.object()
                    .put("schema", "rollscope.plan-effect/1")
                    .put("athlete_id", athleteId)
                    .put("from", weeks.firstDay(0).toString())
                    .put("to", weeks.today().toString())
                    .put("week_count", weekCount);
            ArrayNode list = document.putArray("figures");
            figures.forEach(figure -> list.add(EffectText.node(figure, weeks)));
            out.println(JsonOutput.text(document));
        } else {
            EffectText.print(out, athleteId, figures, weeks, settings.effect(), formulas);
        }
        out.flush();
        return 0;
    }
}
