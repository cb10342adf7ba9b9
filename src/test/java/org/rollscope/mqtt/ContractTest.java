package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandName;
import org.rollscope.command.RoutineAction;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.Quality;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.rollscope.programme.routine.PlaceOutcome;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.session.Advice;
import org.rollscope.telemetry.ControlTopics;
import org.rollscope.telemetry.DiscoveryTopics;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/**
 * Holds the code to the one description of what it says over MQTT; {@code -DwriteContractTables=true} writes the tables of the document.
 *
 * <p>Also writes {@code target/contract-messages.jsonl}, which {@code check_contract.mjs} judges by programs that are not ours, and frames for {@code read_frames.py}.
 */
class ContractTest {
    private static final Path FOLDER = Path.of("src/docs/mqtt");
    private static final Path MESSAGES = Path.of("target/contract-messages.jsonl");
    private static final Path FRAMES = Path.of("target/contract-frames.hex");
    private static final int MESSAGES_A_TOPIC_COUNT = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode contract = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(FOLDER.resolve("asyncapi.yaml").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void everyTopicIsDescribedAsItIsSent() {
        List<String> described = new ArrayList<>();
        for (JsonNode operation : contract.required("operations")) {
            String channel = operation.required("channel").required("$ref").asText();
            String word = channel.substring(channel.lastIndexOf('/') + 1);
            if (Set.of("command", "answer", "home_assistant").contains(word)) {
                continue; // below
            }
            Topic topic = Topic.valueOf(word.toUpperCase(Locale.ROOT));
            described.add(word);
            JsonNode mqtt = ContractTables.resolved(contract, operation.required("bindings"))
                    .required("mqtt");
            assertEquals(topic.qosIndex(), mqtt.required("qos").asInt(), word);
            assertEquals(topic.retained(), mqtt.required("retain").asBoolean(), word);
            assertEquals(
                    topic.path("{roller_id}"),
                    contract.required("channels")
                            .required(word)
                            .required("address")
                            .asText());
        }
        assertEquals(Arrays.stream(Topic.values()).map(Topic::word).toList(), described);
    }

    @Test
    void commandsAreDescribedAsTheyAreHeard() {
        JsonNode channels = contract.required("channels");
        assertEquals(
                ControlTopics.command("{roller_id}"),
                channels.required("command").required("address").asText());
        assertEquals(
                ControlTopics.answer("{roller_id}", "{client_id}"),
                channels.required("answer").required("address").asText());
        assertWords(
                "/command/properties/name/enum",
                Arrays.stream(CommandName.values()).map(CommandName::word));
        Set<String> arguments = new TreeSet<>();
        for (CommandName name : CommandName.values()) {
            arguments.addAll(CommandCodec.argumentsOf(name));
        }
        Set<String> described = new TreeSet<>();
        contract.required("components")
                .required("schemas")
                .at("/args/properties")
                .fieldNames()
                .forEachRemaining(described::add);
        assertEquals(arguments, described);
    }

    @Test
    void homeAssistantIsDescribedAsItIsToldOf() {
        assertEquals(
                DiscoveryTopics.card("{roller_id}"),
                contract.at("/channels/home_assistant/address").asText());
    }

    @Test
    void everyWordIsDescribed() {
        assertWords("/state/enum", Arrays.stream(Activity.values()).map(Activity::word));
        assertWords(
                "/live/allOf/2/properties/advice/enum",
                Arrays.stream(Advice.values()).map(Advice::word));
        assertWords(
                "/live/allOf/2/properties/quality/items/enum",
                Stream.of(Quality.words(-1).split(",")));
        assertWords(
                "/band/properties/ceiling_source/enum",
                Arrays.stream(CeilingSource.values()).map(CeilingSource::word));
        assertWords(
                "/running/properties/muscle/enum",
                Arrays.stream(Muscle.values()).map(Muscle::word));
        assertWords(
                "/running/properties/side/enum", Arrays.stream(Side.values()).map(Side::word));
        assertWords(
                "/guided/properties/prompt/enum", Arrays.stream(Prompt.values()).map(Prompt::word));
        assertWords(
                "/guided/properties/muscle/enum", Arrays.stream(Muscle.values()).map(Muscle::word));
        assertWords("/guided/properties/tool/enum", Arrays.stream(Tool.values()).map(Tool::word));
        assertWords(
                "/place_outcome/properties/ending/enum",
                Arrays.stream(PlaceOutcome.Ending.values()).map(PlaceOutcome.Ending::word));
        assertWords(
                "/prescription/properties/preset/enum",
                Arrays.stream(HoldPreset.values()).map(HoldPreset::word));
        assertWords(
                "/prescription/properties/type/enum",
                Arrays.stream(WorkType.values()).map(WorkType::word));
        assertWords(
                "/prescription/properties/context/enum",
                Arrays.stream(RollContext.values()).map(RollContext::word));
        assertWords(
                "/args/properties/action/enum",
                Arrays.stream(RoutineAction.values()).map(RoutineAction::word));
        assertWords(
                "/args/properties/context/enum",
                Arrays.stream(RollContext.values()).map(RollContext::word));
        assertWords(
                "/event/allOf/1/properties/type/enum",
                Arrays.stream(EventType.values()).map(EventType::word));
        assertWords(
                "/event/allOf/1/properties/phase/enum",
                Arrays.stream(EventPhase.values()).map(EventPhase::word));
        assertWords(
                "/event/allOf/1/properties/grade/enum",
                Arrays.stream(GuardingGrade.values()).map(GuardingGrade::word));
    }

    private void assertWords(String pointer, Stream<String> expected) {
        List<String> described = new ArrayList<>();
        contract.required("components").required("schemas").at(pointer).forEach(word -> described.add(word.asText()));
        assertEquals(new TreeSet<>(expected.toList()), new TreeSet<>(described), pointer);
    }

    /** What programs of others judge afterwards: random messages of each topic, each kind of event, and the will. */
    @Test
    void messagesAreWrittenForOthersToJudge() throws IOException {
        MetricsCodec codec = new MetricsCodec();
        RandomMessages random = new RandomMessages(11);
        Files.createDirectories(MESSAGES.getParent());
        int writtenCount = 0;
        try (Writer out = Files.newBufferedWriter(MESSAGES)) {
            write(out, Topic.STATUS, JSON.readTree(codec.will()));
            for (Topic topic : Topic.values()) {
                for (int count = 0; count < MESSAGES_A_TOPIC_COUNT; count++) {
                    write(out, codec, random.next(topic), random.envelope());
                    writtenCount++;
                }
            }
            PressureEvidence evidence = new PressureEvidence(61.25, 96.5, 60, 0.9876);
            for (EventType type : EventType.values()) {
                RollerEvent event =
                        RollerEvent.completed(type, 1_000_000, 2_000_000, 1_500_000, evidence, figures(type));
                write(out, codec, new MetricsMessage.Event("s/" + type, "s", 3_000_000, event), random.envelope());
                writtenCount++;
            }
        }
        try (Writer out = Files.newBufferedWriter(MESSAGES, StandardOpenOption.APPEND)) {
            for (CommandName name : CommandName.values()) {
                write(out, ControlTopics.command("demo"), CommandCodec.write("a1", name.word(), Map.of(), "coach"));
            }
            Map<String, String> backfill = Map.of("session_id", "s1", "from_us", "1000", "to_us", "2000");
            write(out, ControlTopics.command("demo"), CommandCodec.write("a2", "backfill", backfill, "coach"));
            Map<String, String> begun = Map.of("action", "start", "context", "pre_workout", "warmed_up", "true");
            write(out, ControlTopics.command("demo"), CommandCodec.write("a3", "routine", begun, "coach"));
            String place = "[{\"muscle\":\"calf\",\"side\":\"left\",\"preset\":\"usual\",\"sessions_per_week_count\":3,"
                    + "\"hold_ms\":40000,\"spot_count\":2,\"floor_ratio\":0.5,\"ceiling_ratio\":0.7,\"type\":\"general\","
                    + "\"tool\":\"roller\",\"context\":\"any\"}]";
            Map<String, String> version = Map.of(
                    "athlete_id",
                    "anna",
                    "based_on_version",
                    "4",
                    "reason",
                    "eases",
                    "prescriptions",
                    place,
                    "removed",
                    "[\"foot:left\"]");
            write(out, ControlTopics.command("demo"), CommandCodec.write("a4", "plan", version, "coach"));
            CommandAnswer done =
                    CommandAnswer.done("done").with("session_id", "s1").withCount("number", 3);
            write(out, ControlTopics.answer("demo", "me"), CommandCodec.write("a1", "marker", done));
            write(
                    out,
                    ControlTopics.answer("demo", "me"),
                    CommandCodec.write(null, null, CommandAnswer.refused("no JSON")));
            ObjectNode card = JSON.createObjectNode()
                    .put("topic", DiscoveryTopics.card("demo"))
                    .put("qos", 1)
                    .put("retain", true);
            card.set("payload", JSON.readTree(HomeAssistantCard.payload("demo", "1.0.0")));
            out.write(card + "\n");
        }
        try (Writer out = Files.newBufferedWriter(FRAMES)) {
            for (int count = 0; count < MESSAGES_A_TOPIC_COUNT; count++) {
                out.write(HexFormat.of().formatHex(codec.encode("demo", random.next(Topic.FRAMES), random.envelope()))
                        + "\n");
            }
        }
        assertTrue(writtenCount > Topic.values().length * MESSAGES_A_TOPIC_COUNT);
    }

    private static Figures figures(EventType type) {
        return switch (type) {
            case STROKE -> Figures.of("stroke_length_mm", -182.4);
            case OVERPRESSURE -> Figures.of("excess_ratio", 1.21);
            case LOADING_RATE -> Figures.of("loading_rate_kpa_per_s", 31.5);
            case RELEASE -> Figures.of("depth_ratio", 0.12).and("after_ms", 31_200);
            case SETTLED, TWITCH, FELT_RELEASE -> Figures.of("after_ms", 31_200);
            case GUARDING ->
                Figures.of("score_ratio", 0.71)
                        .and("reasons.stiffness_ratio", 0.3)
                        .and("reasons.tremor_ratio", 0.2)
                        .and("reasons.pressure_ratio", 0.4)
                        .and("reasons.loading_ratio", 0.06)
                        .and("reasons.flinch_ratio", 0.04);
            case MARKER -> Figures.of(RollerEvent.MARKER_NUMBER, 3);
            case SYNC -> Figures.of(RollerEvent.MARKER_NUMBER, 2).and(RollerEvent.SYNC_ERROR_MS, 0.1);
            case PAIN -> Figures.of(RollerEvent.PAIN_NRS, 6.5);
            default -> Figures.NONE;
        };
    }

    private static void write(Writer out, MetricsCodec codec, MetricsMessage message, Envelope envelope)
            throws IOException {
        byte[] payload = codec.encode("demo", message, envelope);
        ObjectMapper mapper = message.topic() == Topic.FRAMES ? new CBORMapper() : JSON;
        write(out, message.topic(), mapper.readTree(payload));
    }

    private static void write(Writer out, Topic topic, JsonNode payload) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("topic", topic.path("demo"))
                .put("qos", topic.qosIndex())
                .put("retain", topic.retained());
        out.write(line.set("payload", payload).toString() + "\n");
    }

    private static void write(Writer out, String path, byte[] payload) throws IOException {
        ObjectNode line =
                JSON.createObjectNode().put("topic", path).put("qos", 1).put("retain", false);
        out.write(line.set("payload", JSON.readTree(payload)).toString() + "\n");
    }

    @Test
    void theTablesOfTheDocumentAreThoseOfTheContract() throws IOException {
        Path document = FOLDER.resolve("README.md");
        String text = Files.readString(document);
        String begin = "<!-- tables of asyncapi.yaml -->\n";
        String end = "<!-- /tables -->";
        int fromIndex = text.indexOf(begin) + begin.length();
        int toIndex = text.indexOf(end);
        String tables = new ContractTables(contract).text();
        if (Boolean.getBoolean("writeContractTables")) {
            Files.writeString(document, text.substring(0, fromIndex) + tables + text.substring(toIndex));
        } else {
            assertEquals(
                    tables,
                    text.substring(fromIndex, toIndex),
                    "write them: mvn test -Dtest=ContractTest -DwriteContractTables=true");
        }
    }
}
