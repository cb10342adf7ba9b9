package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rollscope.frame.Quality;

/** What every table and column of an export is, for programs and people: {@code data-dictionary.json}. */
final class DataDictionary {
    static final String SCHEMA = "rollscope.data-dictionary/1";

    private DataDictionary() {}

    static ObjectNode of(ExportJob job, ExportFormat format) {
        ObjectNode document = ExportJson.object().put("schema", SCHEMA).put("software_version", job.softwareVersion());
        document.put("format", format.word()).put("texts", format.texts());
        document.put(
                "formulas",
                "A frame's step is its time_us less that of the frame before, in the unit at hand, where that is 0.2 s or less, else 0. A"
                        + " percentile is the nearest rank: of n sorted values the one at ceil(share * n). Frames of a span: start_us <="
                        + " time_us < end_us. Frames of a session, unless said otherwise: state contact, rolling or hold.");
        ArrayNode tables = document.putArray("tables");
        describe(tables.addObject(), SessionTable.of(job).table());
        describe(tables.addObject(), SideTable.of(job.sessions()).table());
        if (job.hasNotes()) {
            describe(tables.addObject(), NoteTable.of(job).table());
        }
        ExportedSession widest = job.sessions().get(0);
        for (ExportedSession session : job.sessions()) {
            if (session.record().hello().padCount() > widest.record().hello().padCount()) {
                widest = session;
            }
        }
        describe(tables.addObject(), EventTable.of(widest.events()).table());
        describe(tables.addObject(), SpanTable.of(widest.spans()).table());
        describe(tables.addObject(), widest.tables().samples());
        describe(tables.addObject(), widest.tables().raw());
        ArrayNode flags = document.putArray("quality_flags");
        String[] words = Quality.words(-1).split(",", -1);
        for (int bit = 0; bit < words.length; bit++) {
            flags.addObject().put("bit_index", bit).put("word", words[bit]);
        }
        return document;
    }

    private static void describe(ObjectNode node, Table table) {
        node.put("name", table.name()).put("description", table.description());
        ArrayNode columns = node.putArray("columns");
        for (Column column : table.columns()) {
            ObjectNode described = columns.addObject()
                    .put("key", column.key())
                    .put("type", type(column.kind()))
                    .put("unit", column.unit())
                    .put("description", column.description());
            if (!column.formula().isEmpty()) {
                described.put("formula", column.formula());
            }
            if (!column.words().isEmpty()) {
                column.words().forEach(described.putArray("words")::add);
            }
        }
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case INTEGER -> "integer";
            case REAL -> "float32";
            case DOUBLE -> "float64";
            case WORD -> "word";
            case TEXT -> "text";
        };
    }
}
