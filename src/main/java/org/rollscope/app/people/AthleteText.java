package org.rollscope.app.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.Guidance;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Background;
import org.rollscope.athlete.BandDecision;
import org.rollscope.athlete.BandRule;
import org.rollscope.athlete.CeilingFactor;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/** Profiles and bands for people and programs: every ceiling with its source, its day and what lowers it. */
final class AthleteText {
    private AthleteText() {}

    /** Bands of all muscles and sides of which something is known. */
    static List<BandDecision> known(AthleteProfile profile, Guidance guidance, LocalDate today) {
        List<BandDecision> bands = new ArrayList<>();
        for (Muscle muscle : Muscle.values()) {
            for (Side side : Side.values()) {
                boolean marked = profile.tenderPlaces().stream()
                                .anyMatch(place -> place.muscle() == muscle && place.side() == side)
                        || profile.guardingNotes().stream()
                                .anyMatch(note -> note.muscle() == muscle && note.side() == side);
                if (marked || BandRule.isMeasured(profile, muscle, side)) {
                    bands.add(guidance.band(profile, muscle, side, today));
                }
            }
        }
        return bands;
    }

    /** Estimates for every muscle. */
    static List<BandDecision> estimates(AthleteProfile profile, Guidance guidance, LocalDate today) {
        List<BandDecision> bands = new ArrayList<>();
        for (Muscle muscle : Muscle.values()) {
            for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
                bands.add(guidance.band(profile, muscle, side, today));
            }
        }
        return bands;
    }

    static void print(PrintWriter out, AthleteProfile profile) {
        out.printf(
                Locale.ROOT,
                "athlete %s, sex %s, contact %.0f cm2%s, known since %s%n",
                profile.athleteId(),
                profile.sex().word(),
                profile.contactAreaMm2() / 100,
                profile.care() ? ", with care" : "",
                profile.addedOn());
        Background background = profile.background();
        if (!background.equals(Background.UNSTATED)) {
            out.printf(
                    Locale.ROOT,
                    "experience %s%s%n",
                    background.experience().word(),
                    background.bodyMassKg() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", %.0f kg: some %.0f N usually lie on a roller under thigh or calf",
                                    background.bodyMassKg(),
                                    background.usualForceN()));
        }
    }

    static void print(PrintWriter out, BandDecision decision) {
        out.printf(
                Locale.ROOT,
                "%n%s %s: %.1f to %.1f kPa, warning from %.1f kPa%n",
                decision.side().word(),
                decision.muscle().word(),
                decision.band().floorKpa(),
                decision.band().ceilingKpa(),
                decision.band().amberKpa());
        out.printf(
                Locale.ROOT,
                "  %6.1f kPa  %s of %s%n",
                decision.grantedKpa(),
                decision.band().source().word().replace('_', ' '),
                decision.sourceDate());
        for (CeilingFactor factor : decision.factors()) {
            out.printf(Locale.ROOT, "  x %6.2f    %s%n", factor.factorRatio(), factor.reason());
        }
        decision.notes().forEach(note -> out.println("  note: " + note));
    }

    static ObjectNode document(AthleteProfile profile, List<BandDecision> bands) {
        double massKg = profile.background().bodyMassKg();
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.athlete-bands/1")
                .put("athlete_id", profile.athleteId())
                .put("sex", profile.sex().word())
                .put("contact_area_mm2", profile.contactAreaMm2())
                .put("body_mass_kg", massKg == 0 ? null : massKg)
                .put("experience", profile.background().experience().word())
                .put("care", profile.care())
                .put("added_on", profile.addedOn());
        ArrayNode list = document.putArray("bands");
        bands.forEach(band -> list.add(band(band)));
        return document;
    }

    private static ObjectNode band(BandDecision decision) {
        ObjectNode node = JsonOutput.object()
                .put("muscle", decision.muscle().word())
                .put("side", decision.side().word())
                .put("floor_kpa", decision.band().floorKpa())
                .put("amber_kpa", decision.band().amberKpa())
                .put("ceiling_kpa", decision.band().ceilingKpa())
                .put("ceiling_source", decision.band().source().word())
                .put("source_date", decision.sourceDate())
                .put("wanted_kpa", decision.wantedKpa())
                .put("granted_kpa", decision.grantedKpa())
                .put("held_back", decision.heldBack());
        ArrayNode factors = node.putArray("factors");
        decision.factors().forEach(factor -> factors.addObject()
                .put("name", factor.name())
                .put("factor_ratio", factor.factorRatio())
                .put("reason", factor.reason()));
        ArrayNode notes = node.putArray("notes");
        decision.notes().forEach(notes::add);
        return node;
    }
}
