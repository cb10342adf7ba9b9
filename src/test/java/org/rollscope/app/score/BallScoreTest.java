package org.rollscope.app.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rollscope.app.Ran;

/** The judge on a few sessions on balls, from the wire's bytes to events; the limits are those of a roller, less what six sessions hide. */
class BallScoreTest {
    @Test
    void aBallReachesTheTargetsThatApplyToIt() throws IOException {
        Ran ran = Ran.of(
                "score",
                "--tool",
                "ball",
                "--simulate",
                "6",
                "--from-seed",
                "101",
                "--seconds",
                "60",
                "--scenario",
                "coached,overpresser,carry",
                "--json");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode document = new ObjectMapper().readTree(ran.out());
        JsonNode figures = document.required("accuracy").required("figures");
        assertAtLeast(0.93, figures, "tile_pressure_within_15_percent_ratio");
        assertAtLeast(0.90, figures, "force_within_10_percent_ratio");
        assertAtLeast(0.98, figures, "motion_right_ratio");
        assertAtLeast(0.95, figures, "hold_f1_ratio");
        assertAtLeast(0.85, figures, "roll_f1_ratio");
        assertAtLeast(0.85, figures, "contact_f1_ratio");
        assertTrue(
                document.required("types")
                                .required("hold")
                                .required("truth_count")
                                .asInt()
                        >= 4,
                "there were holds");
        for (String absent : new String[] {"guarding_auc_ratio", "release_recall_ratio", "roll_angle_rms_rad"}) {
            assertTrue(figures.required(absent).required("value").isNull(), absent + " is not measured on a ball");
        }
        assertTrue(document.required("accuracy")
                .required("groups")
                .required("layout")
                .has("lacrosse"));
    }

    private static void assertAtLeast(double limit, JsonNode figures, String key) {
        double value = figures.required(key).required("value").asDouble();
        assertTrue(value >= limit, key + " is " + value + ", must be " + limit);
    }

    @Test
    void anUnknownToolIsRefusedWithThoseThereAre() {
        Ran ran = Ran.of("score", "--tool", "cane", "--simulate", "1");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("roller, ball") && ran.err().contains("cane"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }
}
