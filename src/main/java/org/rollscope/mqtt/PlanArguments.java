package org.rollscope.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.command.RollerCommand;
import org.rollscope.command.RollerCommand.Plan.PlannedPlace;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;

/** Arguments of the command {@code plan}, read as strictly as all. */
final class PlanArguments {
    static final List<String> KEYS =
            List.of("athlete_id", "based_on_version", "based_on_sha256", "reason", "prescriptions", "removed");
    static final List<String> NEEDED = List.of("athlete_id", "based_on_version", "reason");

    private static final List<String> PLACE_KEYS = List.of(
            "muscle",
            "side",
            "preset",
            "sessions_per_week_count",
            "hold_ms",
            "spot_count",
            "floor_ratio",
            "ceiling_ratio",
            "type",
            "tool",
            "context");

    private PlanArguments() {}

    static RollerCommand.Plan read(ObjectNode args) throws WrongCommandException {
        List<PlannedPlace> places = new ArrayList<>();
        for (JsonNode element : list(args, "prescriptions")) {
            if (!(element instanceof ObjectNode planned)) {
                throw new WrongCommandException("prescriptions must be an array of objects");
            }
            places.add(place(planned));
        }
        List<BodyPlace> removed = new ArrayList<>();
        for (JsonNode element : list(args, "removed")) {
            if (!element.isTextual()) {
                throw new WrongCommandException("removed must be an array of places, as calf:left");
            }
            removed.add(BodyPlace.ofWord(Fields.shortened(element.textValue())));
        }
        return new RollerCommand.Plan(
                CommandCodec.text(args, "athlete_id"),
                new RollerCommand.Plan.Base(
                        CommandCodec.small(args, "based_on_version"),
                        args.has("based_on_sha256") ? CommandCodec.text(args, "based_on_sha256") : null),
                CommandCodec.text(args, "reason"),
                places,
                removed);
    }

    private static Iterable<JsonNode> list(ObjectNode args, String key) throws WrongCommandException {
        JsonNode node = args.get(key);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new WrongCommandException(key + " must be an array");
        }
        return node;
    }

    private static PlannedPlace place(ObjectNode planned) throws WrongCommandException {
        CommandCodec.expectKeys("a prescription", planned, PLACE_KEYS, PLACE_KEYS);
        return new PlannedPlace(
                new BodyPlace(
                        CommandCodec.word(planned, "muscle", List.of(Muscle.values()), Muscle::word),
                        CommandCodec.word(planned, "side", List.of(Side.values()), Side::word)),
                CommandCodec.word(planned, "preset", List.of(HoldPreset.values()), HoldPreset::word),
                new Dose(
                        CommandCodec.small(planned, "sessions_per_week_count"),
                        CommandCodec.small(planned, "hold_ms"),
                        CommandCodec.small(planned, "spot_count")),
                new Intensity(
                        CommandCodec.number(planned, "floor_ratio"), CommandCodec.number(planned, "ceiling_ratio")),
                new Manner(
                        CommandCodec.word(planned, "type", List.of(WorkType.values()), WorkType::word),
                        CommandCodec.word(planned, "tool", List.of(Tool.values()), Tool::word),
                        CommandCodec.word(planned, "context", List.of(RollContext.values()), RollContext::word)));
    }
}
