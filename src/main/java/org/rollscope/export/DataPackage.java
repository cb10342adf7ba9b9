package org.rollscope.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The description of CSV files by which other programs read them: {@code datapackage.json} of Frictionless Data, versions 1 and 2. */
final class DataPackage {
    private final ObjectNode document = ExportJson.object();
    private final ArrayNode resources;

    DataPackage(ExportJob job) {
        ExportTexts texts = job.texts();
        document.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
                .put("profile", "tabular-data-package")
                .put("name", "rollscope-export")
                .put("title", texts.title())
                .put("description", texts.note().isEmpty() ? ReadMe.PURPOSE : texts.note());
        ArrayNode contributors = document.putArray("contributors");
        texts.authors().forEach(author -> contributors.addObject().put("title", author));
        resources = document.putArray("resources");
    }

    /** Describes a file; {@code key} names the column that is different in each row, empty for none. */
    void add(String name, String path, Table table, String key) {
        ObjectNode resource = resources
                .addObject()
                .put("name", name)
                .put("path", path)
                .put("profile", "tabular-data-resource")
                .put("description", table.description())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (Column column : table.columns()) {
            ObjectNode field = fields.addObject()
                    .put("name", column.key())
                    .put("type", type(column.kind()))
                    .put("description", column.description());
            if (!column.unit().isEmpty()) {
                field.put("unit", column.unit());
            }
            if (!column.formula().isEmpty()) {
                field.put("formula", column.formula());
            }
            constrain(field, column, key);
        }
        schema.putArray("missingValues").add("");
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
    }

    private static void constrain(ObjectNode field, Column column, String key) {
        boolean isKey = column.key().equals(key);
        if (!isKey && column.words().isEmpty() && !column.key().equals("pain_nrs")) {
            return;
        }
        ObjectNode constraints = field.putObject("constraints");
        if (isKey) {
            constraints.put("required", true).put("unique", true);
        }
        if (!column.words().isEmpty()) {
            column.words().forEach(constraints.putArray("enum")::add);
        }
        if (column.key().equals("pain_nrs")) {
            constraints.put("minimum", 0).put("maximum", 10);
        }
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case INTEGER -> "integer";
            case REAL, DOUBLE -> "number";
            case WORD, TEXT -> "string";
        };
    }

    void write(Path file) throws IOException {
        ExportJson.write(file, document);
    }
}
