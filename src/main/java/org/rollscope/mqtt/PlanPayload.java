package org.rollscope.mqtt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.telemetry.MetricsMessage.Planned;

/** Payload of {@code plan}. */
final class PlanPayload {
    private PlanPayload() {}

    static void write(PayloadWriter out, Planned.@Nullable Shared shared) throws IOException {
        out.put("shared", shared != null);
        if (shared == null) {
            return;
        }
        out.put("athlete_id", shared.athleteId());
        out.put("version", shared.origin().version());
        out.put("based_on_version", shared.origin().basedOnVersion());
        out.put("date", shared.origin().date());
        out.put("by", shared.origin().by());
        out.put("sha256", shared.sha256());
        out.beginArray("prescriptions");
        for (Prescription planned : shared.prescriptions()) {
            out.beginElement();
            out.put("muscle", planned.muscle().word());
            out.put("side", planned.side().word());
            out.put("preset", planned.preset().word());
            out.put("sessions_per_week_count", planned.dose().sessionsPerWeekCount());
            out.put("hold_ms", planned.dose().holdMs());
            out.put("spot_count", planned.dose().spotCount());
            out.exact("floor_ratio", planned.intensity().floorRatio());
            out.exact("ceiling_ratio", planned.intensity().ceilingRatio());
            out.put("type", planned.manner().type().word());
            out.put("tool", planned.manner().tool().word());
            out.put("context", planned.manner().context().word());
            out.put("since_date", planned.sinceDate());
            out.endObject();
        }
        out.endArray();
    }

    static Planned read(Fields in) throws UnreadablePayloadException {
        if (!in.flag("shared")) {
            return new Planned(null);
        }
        List<Prescription> prescriptions = new ArrayList<>();
        for (Fields planned : in.objects("prescriptions")) {
            try {
                prescriptions.add(prescription(planned));
            } catch (IllegalArgumentException refused) {
                throw new UnreadablePayloadException("prescriptions: " + refused.getMessage());
            }
        }
        return new Planned(new Planned.Shared(
                in.text("athlete_id"),
                new Planned.Origin(
                        in.smallWhole("version"), in.smallWhole("based_on_version"), in.text("date"), in.text("by")),
                in.text("sha256"),
                prescriptions));
    }

    private static Prescription prescription(Fields in) throws UnreadablePayloadException {
        return new Prescription(
                in.word("muscle", Muscle::ofWord),
                in.word("side", Side::ofWord),
                in.word("preset", one(HoldPreset.values(), HoldPreset::word)),
                new Dose(
                        in.smallWhole("sessions_per_week_count"),
                        in.smallWhole("hold_ms"),
                        in.smallWhole("spot_count")),
                new Intensity(in.number("floor_ratio"), in.number("ceiling_ratio")),
                new Manner(
                        in.word("type", one(WorkType.values(), WorkType::word)),
                        in.word("tool", one(Tool.values(), Tool::word)),
                        in.word("context", one(RollContext.values(), RollContext::word))),
                in.text("since_date"));
    }

    private static <T> Function<String, T> one(T[] all, Function<T, String> wordOf) {
        return word -> {
            for (T each : all) {
                if (wordOf.apply(each).equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(word);
        };
    }
}
