package org.rollscope.app.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.programme.ProgrammeSettings;
import org.rollscope.programme.progress.Archetype;
import org.rollscope.programme.progress.Decision;
import org.rollscope.programme.progress.Progression;
import org.rollscope.programme.progress.SimulatedWeeks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the rules behave over some weeks of four kinds of simulated athletes. */
@Command(
        name = "simulate",
        description = "Show what the weekly review decides for four kinds of simulated athletes.",
        footer = {
            "",
            "Sessions come from a small model of behaviour, not from people; gate and review are the real ones."
        })
final class PlanSimulateCommand implements Callable<Integer> {
    /** Any day does: the same weeks for everybody. */
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Option(names = "--weeks", paramLabel = "N", defaultValue = "12", description = "1 to 52 (default 12)")
    private int weeks;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the spread (default 1)")
    private long seed;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        if (weeks < 1 || weeks > 52) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--weeks must be 1..52, was " + weeks);
        }
        ProgrammeSettings settings = LoadedSettings.load(common.configFolder()).programme();
        Progression progression = new Progression(settings.progress(), settings.pain());
        ObjectNode document =
                JsonOutput.object().put("schema", "rollscope.plan-simulation/1").put("seed", seed);
        ArrayNode list = document.putArray("weeks");
        PrintWriter out = common.commandLine().getOut();
        for (Archetype archetype : Archetype.values()) {
            List<SimulatedWeeks.Week> played = SimulatedWeeks.play(archetype, progression, weeks, START, seed);
            if (common.json()) {
                played.forEach(week -> list.add(node(archetype, week)));
            } else {
                out.println(archetype.word().replace('_', ' ') + ": " + archetype.assumption());
                played.forEach(week -> out.println("  " + line(week)));
            }
        }
        if (common.json()) {
            out.println(JsonOutput.text(document));
        }
        out.flush();
        return 0;
    }

    private static String line(SimulatedWeeks.Week week) {
        Decision decision = week.decision();
        return String.format(
                Locale.ROOT,
                "week %2d  %d sessions  worst pain %3s  %-8s  hold %2d s, up to %.3f of the ceiling  %s",
                week.weekIndex(),
                week.doneCount(),
                Double.isNaN(week.painNrs()) ? "-" : String.format(Locale.ROOT, "%.0f", week.painNrs()),
                decision.kind().word(),
                decision.after().dose().holdMs() / 1000,
                decision.after().intensity().ceilingRatio(),
                decision.why());
    }

    private static ObjectNode node(Archetype archetype, SimulatedWeeks.Week week) {
        Decision decision = week.decision();
        return JsonOutput.object()
                .put("archetype", archetype.word())
                .put("week_index", week.weekIndex())
                .put("session_count", week.doneCount())
                .put("pain_nrs", Double.isNaN(week.painNrs()) ? null : week.painNrs())
                .put("decision", decision.kind().word())
                .put("rule", decision.rule().word())
                .put("hold_ms", decision.after().dose().holdMs())
                .put("ceiling_ratio", decision.after().intensity().ceilingRatio())
                .put("why", decision.why());
    }
}
