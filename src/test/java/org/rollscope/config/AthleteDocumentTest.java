package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rollscope.athlete.AthleteProfile;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.OrderedCeiling;
import org.rollscope.athlete.Side;

class AthleteDocumentTest {
    private static final AthleteProfile ANNA = AthleteProfile.empty("anna", "2026-11-01");

    @Test
    void orderedCeilingIsReadBack() {
        AthleteProfile ordered =
                ANNA.withOrdered(new OrderedCeiling(Muscle.CALF, Side.LEFT, "2026-11-02", 42.5, "command of coach"));
        assertEquals(ordered, DocumentJson.readAthlete(DocumentJson.write(ordered)));
    }

    @Test
    void profileOfTheFirstSchemaIsReadAsOneWithoutOrders() {
        String first = "{\"schema\":\"rollscope.athlete/1\",\"athlete_id\":\"anna\",\"sex\":\"unstated\","
                + "\"contact_area_mm2\":6000.0,\"care\":false,\"added_on\":\"2026-11-01\",\"ramp_tests\":[],"
                + "\"algometer_values\":[],\"tender_places\":[],\"guarding_notes\":[]}";
        assertEquals(ANNA, DocumentJson.readAthlete(first));
        assertThrows(
                MalformedDocumentException.class,
                () -> DocumentJson.readAthlete(first.replace("athlete/1", "athlete/2")),
                "the second has the key");
    }
}
