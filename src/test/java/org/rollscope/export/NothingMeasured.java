package org.rollscope.export;

import java.util.List;
import org.rollscope.detect.ToolProfile;
import org.rollscope.session.Measures;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionRecord;

/** The measures of a session without frames and events. */
final class NothingMeasured {
    private NothingMeasured() {}

    static Measures of(SessionRecord record) {
        ToolProfile tool = ToolProfile.of(record.hello().geometryId());
        return new MetricsBuilder(List.of(), record.band(), tool).build().session();
    }
}
