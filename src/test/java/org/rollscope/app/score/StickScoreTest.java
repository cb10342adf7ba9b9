package org.rollscope.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rollscope.app.Ran;

/** The judge on a few sessions with a stick, from the wire's bytes to events; the limits are those of a roller, less what six sessions hide. */
class StickScoreTest {
    @Test
    void aStickReachesTheTargetsThatApplyToIt() throws IOException {
        Ran ran = Ran.of(
                "score",
                "--tool",
                "stick",
                "--simulate",
                "6",
                "--from-seed",
                "101",
                "--seconds",
                "90",
                "--scenario",
                "coached,overpresser,carry",
                "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode document = new ObjectMapper().readTree(ran.out());
        JsonNode figures = document.required("accuracy").required("figures");
        assertAtLeast(0.93, figures, "tile_pressure_within_15_percent_ratio");
        assertAtLeast(0.90, figures, "force_within_10_percent_ratio");
        assertAtLeast(0.95, figures, "hold_f1_ratio");
        assertAtLeast(0.95, figures, "contact_f1_ratio");
        assertAtLeast(0.90, figures, "overpressure_recall_ratio");
        assertTrue(trueCount(document, "hold") >= 4, "holds");
        assertTrue(trueCount(document, "overpressure") >= 2, "moments of too much pressure");
        for (String absent : new String[] {
            "guarding_auc_ratio",
            "release_recall_ratio",
            "roll_angle_rms_rad",
            "motion_right_ratio",
            "speed_within_5_percent_ratio",
            "roll_f1_ratio"
        }) {
            JsonNode figure = figures.path(absent);
            assertTrue(
                    figure.path("value").isNull() || figure.isMissingNode(), absent + " is not measured with a stick");
        }
    }

    private static int trueCount(JsonNode document, String word) {
        return document.required("types").required(word).required("truth_count").asInt();
    }

    private static void assertAtLeast(double limit, JsonNode figures, String key) {
        double value = figures.required(key).required("value").asDouble();
        assertTrue(value >= limit, key + " is " + value + ", must be " + limit);
    }
}
