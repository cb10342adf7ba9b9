package org.rollscope.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rollscope.config.DocumentJson.AnalysisSettings;

class FormerAnalysisSettingsTest {
    private static final String TODAY = DocumentJson.write(new AnalysisSettings(
            ShippedSettings.core().features(), ShippedSettings.core().detection()));

    /** The second schema lacked one key of release; what it has is kept. */
    @Test
    void settingsOfTheSecondSchemaAreRead() {
        String former = TODAY.replace(DocumentJson.ANALYSIS_SCHEMA, "rollscope.analysis-settings/2")
                .replaceAll("\"settle_ms\"\\s*:\\s*\\d+,", "")
                .replaceAll("\"uneven_ms\"\\s*:\\s*\\d+", "\"uneven_ms\":1234");
        AnalysisSettings read = DocumentJson.readAnalysisSettings(former);
        assertEquals(1234, read.detection().release().unevenMs());
        assertEquals(1000, read.detection().release().settleMs());
    }

    @Test
    void settingsOfTodayMayLackNothing() {
        String lacking = TODAY.replaceAll("\"settle_ms\"\\s*:\\s*\\d+,", "");
        assertThrows(MalformedDocumentException.class, () -> DocumentJson.readAnalysisSettings(lacking));
    }
}
