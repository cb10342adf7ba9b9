package org.rollscope.app.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.device.sim.Pace;

/** What {@code --source} names: kind, target and options, each option taken out once. */
public final class SourceUri {
    private final String text;
    private final String kind;
    private final String target;
    private final Map<String, String> options = new LinkedHashMap<>();

    private SourceUri(String text, String kind, String target) {
        this.text = text;
        this.kind = kind;
        this.target = target;
    }

    /** Reads {@code KIND:TARGET?KEY=VALUE&KEY=VALUE}, or {@code KIND?KEY=VALUE} where there is only one target. */
    public static SourceUri parse(String text) throws CommandFailure {
        String[] halves = text.split("\\?", 2);
        int colonIndex = halves[0].indexOf(':');
        String kind = colonIndex < 0 ? halves[0] : halves[0].substring(0, colonIndex);
        SourceUri uri = new SourceUri(text, kind, colonIndex < 0 ? "" : halves[0].substring(colonIndex + 1));
        if (halves.length == 2) {
            for (String pair : halves[1].split("&", -1)) {
                String[] keyAndValue = pair.split("=", 2);
                if (keyAndValue.length != 2) {
                    throw uri.wrong("'" + pair + "' is not key=value");
                }
                uri.options.put(keyAndValue[0], keyAndValue[1]);
            }
        }
        return uri;
    }

    public String kind() {
        return kind;
    }

    public String target() {
        return target;
    }

    /** Takes out a text. */
    public String text(String key, String otherwise) {
        return Objects.requireNonNullElse(options.remove(key), otherwise);
    }

    /** Takes out a whole number. */
    public long number(String key, long otherwise) throws CommandFailure {
        String value = options.remove(key);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            throw wrong(key + " must be a whole number, was '" + value + "'");
        }
    }

    /** Takes out {@code speed}. */
    Pace pace() throws CommandFailure {
        String word = Objects.requireNonNullElse(options.remove("speed"), "real");
        return switch (word) {
            case "real" -> Pace.REAL;
            case "max" -> Pace.MAX;
            default -> throw wrong("speed must be real or max, was '" + word + "'");
        };
    }

    /** Refuses what nobody took out. */
    public void rejectRest() throws CommandFailure {
        if (!options.isEmpty()) {
            throw wrong("unknown option '" + options.keySet().iterator().next() + "'");
        }
    }

    /** The failure for a source that cannot be meant. */
    public CommandFailure wrong(String why) {
        return new CommandFailure(CommandFailure.WRONG_USAGE, "--source " + text + ": " + why);
    }
}
