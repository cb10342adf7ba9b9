package org.rollscope.app.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.evaluation.Observability;

/** The table of what a roller can tell at best, as rows of cells, as a part of a document and as JSON. */
final class ObservabilityTables {
    private static final String WORDS = """
            ## What can be observed at best

            From the physics alone, before any detector: no unbiased estimate has smaller errors (Cramer-Rao bound, one standard error), no
            decision on a single second a larger area under the curve (AUC). Targets apply to the reference roller; the starter roller has
            its own rows; bare discs are not supported and stand here for comparison.

            - A usual thigh, up to 20 mm from the roller's middle and anywhere within a pad around it. Unknown: force, both places,
              size (tissue of half to twice the usual stiffness) and shape (within 10 %).
            - Errors of a pad: 7 % and 0.3 N after calibration. Within a hold its gain cancels and 1.2 % and 0.1 N are left in a mean over
              one second; the limb's shape stays.
            - Guarding: tissue 1.25 times as stiff, a quarter of full activation. Release: tissue softer by 8 % and by 16.5 % under the whole
              contact. The reference is taken as known exactly, the force as unknown.
            - A stranger: a second after calibration with no calm reference of this person, whose tissue is as stiff as anyone's may be.
            - Concentration: share of the pad that bears most. Sway, creep, drift and people's habits come on top.

            """;

    private final List<Observability.Row> table;

    ObservabilityTables(List<Observability.Row> table) {
        this.table = table;
    }

    /** Errors of single figures after calibration. */
    List<List<String>> single() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "roller",
                "hardness",
                "force",
                "true area",
                "loaded pads",
                "seen",
                "force",
                "area",
                "mean pressure",
                "concentration"));
        for (Observability.Row row : table) {
            List<String> cells = begun(row);
            cells.add(String.format(Locale.ROOT, "%.0f cm2", row.contact().areaMm2() / 100));
            cells.add(String.format(Locale.ROOT, "%.1f", row.loadedCount()));
            cells.add(percent(row.seenRatio(), 0));
            cells.addAll(errors(row.single()));
            rows.add(cells);
        }
        return rows;
    }

    /** Changes within a hold. */
    List<List<String>> changes() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(
                List.of("roller", "hardness", "force", "force in a hold", "area", "mean pressure", "concentration"));
        for (Observability.Change change : Observability.Change.values()) {
            head.add(change.words() + ": area");
            head.add("concentration");
            head.add("signal to noise");
            head.add("AUC");
            head.add("AUC of a stranger");
        }
        rows.add(head);
        for (Observability.Row row : table) {
            List<String> cells = begun(row);
            cells.addAll(errors(row.withinHold()));
            for (Observability.Effect effect : row.effects()) {
                cells.add(String.format(Locale.ROOT, "%+.1f %%", effect.areaRatio() * 100));
                cells.add(String.format(Locale.ROOT, "%+.1f %%", effect.concentrationRatio() * 100));
                cells.add(String.format(Locale.ROOT, "%.1f", effect.areaSignalRatio()));
                cells.add(String.format(Locale.ROOT, "%.3f", effect.aucRatio()));
                cells.add(String.format(Locale.ROOT, "%.3f", effect.strangerAucRatio()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<String> begun(Observability.Row row) {
        return new ArrayList<>(List.of(
                row.layout().word(), row.hardness().word(), String.format(Locale.ROOT, "%.0f N", row.forceN())));
    }

    private static List<String> errors(Observability.Errors errors) {
        return List.of(
                percent(errors.forceRatio(), 1),
                percent(errors.areaRatio(), 1),
                percent(errors.meanPressureRatio(), 1),
                percent(errors.concentrationRatio(), 1));
    }

    private static String percent(double ratio, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f %%", ratio * 100);
    }

    /** A part of a Markdown document. */
    String markdown() {
        return WORDS
                + "Errors of single figures:\n\n"
                + AccuracyTables.markdown(single())
                + "\nErrors of a second's change within a hold, and what changes do:\n\n"
                + AccuracyTables.markdown(changes());
    }

    /** For a terminal. */
    String aligned() {
        return "smallest errors of single figures after calibration\n"
                + AccuracyTables.aligned(single())
                + "\nsmallest errors of a second's change within a hold, and what changes do\n"
                + AccuracyTables.aligned(changes());
    }

    /** All of it as JSON. */
    ObjectNode document() {
        ObjectNode document = JsonOutput.object().put("schema", "rollscope.observability/1");
        ArrayNode rows = document.putArray("rows");
        for (Observability.Row row : table) {
            ObjectNode one = rows.addObject()
                    .put("layout", row.layout().word())
                    .put("hardness", row.hardness().word())
                    .put("force_n", row.forceN())
                    .put("contact_area_mm2", row.contact().areaMm2())
                    .put("mean_pressure_kpa", row.contact().meanPressureKpa())
                    .put("seen_ratio", row.seenRatio())
                    .put("loaded_pads_count", row.loadedCount());
            put(one.putObject("single"), row.single());
            put(one.putObject("within_hold"), row.withinHold());
            ObjectNode changes = one.putObject("changes");
            for (Observability.Effect effect : row.effects()) {
                changes.putObject(effect.change().name().toLowerCase(Locale.ROOT))
                        .put("area_change_ratio", effect.areaRatio())
                        .put("concentration_change_ratio", effect.concentrationRatio())
                        .put("area_signal_ratio", effect.areaSignalRatio())
                        .put("concentration_signal_ratio", effect.concentrationSignalRatio())
                        .put("auc_ratio", effect.aucRatio())
                        .put("stranger_auc_ratio", effect.strangerAucRatio());
            }
        }
        return document;
    }

    private static void put(ObjectNode node, Observability.Errors errors) {
        node.put("force_error_ratio", errors.forceRatio())
                .put("area_error_ratio", errors.areaRatio())
                .put("mean_pressure_error_ratio", errors.meanPressureRatio())
                .put("concentration_error_ratio", errors.concentrationRatio());
    }
}
