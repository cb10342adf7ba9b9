package org.rollscope.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.command.RoutineAction;
import org.rollscope.programme.plan.RollContext;

/**
 * Commands and their answers to JSON and back.
 *
 * <p>A command is read strictly: every key of its form, no other, each of its type and in its range. <b>Errors.</b> What is
 * wrong is a {@link Read.Wrong}, never an exception. <b>Threads.</b> Any.
 */
public final class CommandCodec {
    /** Value of {@code schema} in commands. */
    public static final String COMMAND_SCHEMA = "rollscope.command/1";
    /** Value of {@code schema} in answers. */
    public static final String ANSWER_SCHEMA = "rollscope.answer/1";
    /** Larger commands are not read. */
    public static final int MAX_COMMAND_BYTES = 4096;

    private static final List<String> ANSWER_KEYS = List.of("schema", "command_id", "name", "outcome", "message");

    /** Arguments that are texts, whatever they look like. */
    private static final List<String> TEXT_KEYS =
            List.of("athlete_id", "muscle", "side", "session_id", "action", "context", "reason", "based_on_sha256");

    private static final List<String> KEYS = List.of("schema", "command_id", "name", "args", "sender");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(MAX_COMMAND_BYTES)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** What came of reading. */
    public sealed interface Read {
        /** It is a command. */
        record Sound(CommandRequest request) implements Read {}

        /**
         * It is none.
         *
         * @param commandId its name, where that could be read.
         * @param name what was to be done, where that could be read.
         * @param reason what is wrong, where, and what is allowed.
         */
        record Wrong(@Nullable String commandId, @Nullable String name, String reason) implements Read {}
    }

    private CommandCodec() {}

    /** Reads a command. */
    public static Read read(byte[] payload) {
        if (payload.length > MAX_COMMAND_BYTES) {
            return new Read.Wrong(
                    null, null, "a command has at most " + MAX_COMMAND_BYTES + " bytes, this one " + payload.length);
        }
        JsonNode root;
        try {
            root = JSON.readTree(payload);
        } catch (MismatchedInputException more) {
            return new Read.Wrong(null, null, "the command must be one JSON object, and something follows it");
        } catch (JsonProcessingException broken) {
            return new Read.Wrong(null, null, "the command is no JSON: " + oneLine(broken.getOriginalMessage()));
        } catch (IOException broken) {
            return new Read.Wrong(null, null, "the command is no JSON: " + oneLine(broken.getMessage()));
        }
        if (!(root instanceof ObjectNode command)) {
            return new Read.Wrong(null, null, "the command must be a JSON object with the keys " + words(KEYS));
        }
        try {
            return new Read.Sound(request(command));
        } catch (WrongCommandException | IllegalArgumentException wrong) {
            return new Read.Wrong(
                    known(command, "command_id", "[A-Za-z0-9._-]{1,64}"),
                    known(command, "name", "[a-z_]{1,20}"),
                    oneLine(wrong.getMessage()));
        }
    }

    private static @Nullable String known(ObjectNode command, String key, String form) {
        String text = command.path(key).asText();
        return text.matches(form) ? text : null;
    }

    private static CommandRequest request(ObjectNode command) throws WrongCommandException {
        expectKeys("the command", command, KEYS, KEYS);
        String schema = text(command, "schema");
        if (!schema.equals(COMMAND_SCHEMA)) {
            throw new WrongCommandException(
                    "schema must be '" + COMMAND_SCHEMA + "', was '" + Fields.shortened(schema) + "'");
        }
        String word = text(command, "name");
        CommandName name;
        try {
            name = CommandName.ofWord(word);
        } catch (IllegalArgumentException unknown) {
            throw new WrongCommandException("name must be one of "
                    + words(List.of(CommandName.values()).stream()
                            .map(CommandName::word)
                            .toList())
                    + ", was '" + Fields.shortened(word) + "'");
        }
        if (!(command.get("args") instanceof ObjectNode args)) {
            throw new WrongCommandException("args must be an object; {} when there are none");
        }
        String commandId = text(command, "command_id");
        String sender = text(command, "sender");
        return new CommandRequest(commandId, sender, command(name, args));
    }

    private static RollerCommand command(CommandName name, ObjectNode args) throws WrongCommandException {
        List<String> allowed = argumentsOf(name);
        expectKeys("args of " + name.word(), args, allowed, neededBy(name));
        return switch (name) {
            case START -> new RollerCommand.Start();
            case STOP -> new RollerCommand.Stop();
            case MARKER -> new RollerCommand.Marker(args.has("number") ? Integer.valueOf(small(args, "number")) : null);
            case SYNC -> new RollerCommand.Sync();
            case PAIN -> new RollerCommand.Pain(number(args, "pain_nrs"));
            case FELT_RELEASE -> new RollerCommand.FeltRelease();
            case CEILING -> new RollerCommand.Ceiling(number(args, "ceiling_kpa"));
            case ATHLETE -> new RollerCommand.Athlete(text(args, "athlete_id"));
            case MUSCLE ->
                new RollerCommand.Place(
                        word(args, "muscle", List.of(Muscle.values()), Muscle::word),
                        word(args, "side", List.of(Side.values()), Side::word));
            case TARE -> new RollerCommand.Tare();
            case BACKFILL ->
                new RollerCommand.Backfill(text(args, "session_id"), whole(args, "from_us"), whole(args, "to_us"));
            case ROUTINE -> routine(args);
            case PLAN -> PlanArguments.read(args);
        };
    }

    private static RollerCommand routine(ObjectNode args) throws WrongCommandException {
        RoutineAction action = word(args, "action", List.of(RoutineAction.values()), RoutineAction::word);
        if (action != RoutineAction.START) {
            expectKeys("args of routine with action " + action.word(), args, List.of("action"), List.of());
            return RollerCommand.Routine.going(action);
        }
        RollContext context = args.has("context")
                ? word(args, "context", List.of(RollContext.values()), RollContext::word)
                : RollContext.ANY;
        return new RollerCommand.Routine(action, context, args.has("warmed_up") && flag(args, "warmed_up"));
    }

    /** The keys that may stand in {@code args}. */
    static List<String> argumentsOf(CommandName name) {
        return switch (name) {
            case START, STOP, SYNC, FELT_RELEASE, TARE -> List.of();
            case MARKER -> List.of("number");
            case PAIN -> List.of("pain_nrs");
            case CEILING -> List.of("ceiling_kpa");
            case ATHLETE -> List.of("athlete_id");
            case MUSCLE -> List.of("muscle", "side");
            case BACKFILL -> List.of("session_id", "from_us", "to_us");
            case ROUTINE -> List.of("action", "context", "warmed_up");
            case PLAN -> PlanArguments.KEYS;
        };
    }

    /** Those of them that must. */
    private static List<String> neededBy(CommandName name) {
        return switch (name) {
            case MARKER -> List.of();
            case ROUTINE -> List.of("action");
            case PLAN -> PlanArguments.NEEDED;
            case START, STOP, SYNC, PAIN, FELT_RELEASE, CEILING, ATHLETE, MUSCLE, TARE, BACKFILL -> argumentsOf(name);
        };
    }

    static void expectKeys(String where, ObjectNode object, List<String> allowed, List<String> required)
            throws WrongCommandException {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!allowed.contains(key)) {
                throw new WrongCommandException(where + " has the unknown key '" + Fields.shortened(key)
                        + "'; allowed: " + (allowed.isEmpty() ? "none" : words(allowed)));
            }
        }
        for (String key : required) {
            if (!object.has(key)) {
                throw new WrongCommandException(where + " lacks the key '" + key + "'; needed: " + words(required));
            }
        }
    }

    static String text(ObjectNode object, String key) throws WrongCommandException {
        JsonNode node = object.get(key);
        if (node == null || !node.isTextual()) {
            throw new WrongCommandException(key + " must be a text");
        }
        return node.textValue();
    }

    static double number(ObjectNode object, String key) throws WrongCommandException {
        JsonNode node = object.get(key);
        if (node == null || !node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new WrongCommandException(key + " must be a finite number");
        }
        return node.doubleValue();
    }

    private static long whole(ObjectNode object, String key) throws WrongCommandException {
        JsonNode node = object.get(key);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new WrongCommandException(key + " must be a whole number");
        }
        return node.longValue();
    }

    private static boolean flag(ObjectNode object, String key) throws WrongCommandException {
        JsonNode node = object.get(key);
        if (node == null || !node.isBoolean()) {
            throw new WrongCommandException(key + " must be true or false");
        }
        return node.booleanValue();
    }

    static int small(ObjectNode object, String key) throws WrongCommandException {
        long value = whole(object, key);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    static <T> T word(ObjectNode object, String key, List<T> all, java.util.function.Function<T, String> wordOf)
            throws WrongCommandException {
        String word = text(object, key);
        for (T one : all) {
            if (wordOf.apply(one).equals(word)) {
                return one;
            }
        }
        throw new WrongCommandException(key + " must be one of "
                + words(all.stream().map(wordOf).toList()) + ", was '" + Fields.shortened(word) + "'");
    }

    private static String words(List<String> words) {
        return String.join(" ", words);
    }

    /** One line of a log or an answer, whatever somebody sent: no control characters, no more than 400. */
    static String oneLine(@Nullable String text) {
        String plain = String.valueOf(text).replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ");
        return plain.length() <= 400 ? plain : plain.substring(0, 400) + "...";
    }

    /** Writes an answer; the command's id and name are null where they could not be read. */
    static byte[] write(@Nullable String commandId, @Nullable String name, CommandAnswer answer) {
        ObjectNode document = JSON.createObjectNode()
                .put("schema", ANSWER_SCHEMA)
                .put("command_id", commandId)
                .put("name", name)
                .put("outcome", answer.ok() ? "ok" : "error")
                .put("message", answer.message());
        for (Map.Entry<String, Object> fact : answer.facts().entrySet()) {
            document.set(fact.getKey(), JSON.valueToTree(fact.getValue()));
        }
        return bytes(document);
    }

    /** Reads an answer; null when it is none. */
    static @Nullable CommandAnswer readAnswer(byte[] payload) {
        try {
            if (!(JSON.readTree(payload) instanceof ObjectNode answer)
                    || !answer.path("schema").asText().equals(ANSWER_SCHEMA)) {
                return null;
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            answer.properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (ANSWER_KEYS.contains(field.getKey())) {
                    return;
                } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                    facts.put(field.getKey(), value.longValue());
                } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
                    facts.put(field.getKey(), value.doubleValue());
                } else if (value.isTextual()) {
                    facts.put(field.getKey(), value.textValue());
                }
            });
            boolean done = answer.path("outcome").asText().equals("ok");
            return new CommandAnswer(done, oneLine(answer.path("message").asText()), facts);
        } catch (IOException broken) {
            return null;
        }
    }

    /** A list as JSON; a text where it is none, which the receiver refuses with what is wrong. */
    private static JsonNode list(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException noList) {
            return JSON.getNodeFactory().textNode(value);
        }
    }

    /**
     * Writes a command from words, checked by whom it is sent to.
     *
     * @param commandId its name.
     * @param name what to do.
     * @param args key to value; what is no text argument and reads as a number, true, false or a list becomes that.
     * @param sender who sends it.
     */
    static byte[] write(String commandId, String name, Map<String, String> args, String sender) {
        ObjectNode document = JSON.createObjectNode()
                .put("schema", COMMAND_SCHEMA)
                .put("command_id", commandId)
                .put("name", name);
        ObjectNode written = document.putObject("args");
        args.forEach((key, value) -> {
            boolean isText = TEXT_KEYS.contains(key);
            if (!isText && (value.equals("true") || value.equals("false"))) {
                written.put(key, Boolean.parseBoolean(value));
            } else if (!isText && value.matches("-?(0|[1-9][0-9]{0,17})")) {
                written.put(key, Long.parseLong(value));
            } else if (!isText && value.startsWith("[")) {
                written.set(key, list(value));
            } else if (!isText && value.matches("-?[0-9]{1,18}\\.[0-9]{1,9}")) {
                written.put(key, Double.parseDouble(value));
            } else {
                written.put(key, value);
            }
        });
        return bytes(document.put("sender", sender));
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
