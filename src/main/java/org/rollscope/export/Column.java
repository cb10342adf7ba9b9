package org.rollscope.export;

import java.util.List;
import org.rollscope.session.Metric;

/**
 * One column of a table, as every format and the data dictionary describe it.
 *
 * @param key name; ends in its unit.
 * @param kind what its values are.
 * @param unit as SI writes it, "1" for a ratio, empty for counts, indexes and words.
 * @param description one sentence.
 * @param words all words that may stand in it; empty for other kinds.
 * @param formula how it comes from other columns; empty where it comes from none.
 */
public record Column(String key, Kind kind, String unit, String description, List<String> words, String formula) {
    /** What values are. */
    public enum Kind {
        /** A whole number of up to 53 bits. */
        INTEGER,
        /** A number in single precision; may be missing. */
        REAL,
        /** A number in double precision; may be missing. */
        DOUBLE,
        /** One of a few words. */
        WORD,
        /** Any text. */
        TEXT
    }

    /** Copies the list. */
    public Column {
        words = List.copyOf(words);
    }

    static Column integer(String key, String unit, String description) {
        return new Column(key, Kind.INTEGER, unit, description, List.of(), "");
    }

    static Column real(String key, String unit, String description) {
        return new Column(key, Kind.REAL, unit, description, List.of(), "");
    }

    static Column precise(String key, String unit, String description) {
        return new Column(key, Kind.DOUBLE, unit, description, List.of(), "");
    }

    static Column text(String key, String description) {
        return new Column(key, Kind.TEXT, "", description, List.of(), "");
    }

    static Column word(String key, String description, List<String> words) {
        return new Column(key, Kind.WORD, "", description, words, "");
    }

    static Column of(Metric metric) {
        Kind kind = metric.isWhole() ? Kind.INTEGER : Kind.DOUBLE;
        return new Column(metric.key(), kind, metric.unit(), metric.definition(), List.of(), metric.formula());
    }

    /** The same with how it comes from other columns. */
    Column from(String other) {
        return new Column(key, kind, unit, description, words, other);
    }
}
