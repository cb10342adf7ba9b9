package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.command.AnsweredClients;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandCounters;
import org.rollscope.command.CommandGate;
import org.rollscope.command.CommandLimits;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.command.RoutineAction;
import org.rollscope.frame.HostClock;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Manner;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.plan.WorkType;
import org.slf4j.LoggerFactory;

/** Commands as bytes from anybody: read strictly, let in once and not too often, answered where answers may go. */
class CommandInletTest {
    private static final String PLACE =
            "{\"muscle\":\"calf\",\"side\":\"left\",\"preset\":\"usual\",\"sessions_per_week_count\":3,"
                    + "\"hold_ms\":40000,\"spot_count\":2,\"floor_ratio\":0.5,\"ceiling_ratio\":0.7,\"type\":\"general\","
                    + "\"tool\":\"roller\",\"context\":\"any\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANSWERS = "rollscope/v1/roller-1/answer/tablet";
    private static final byte[] CORRELATION = {1, 2, 3};

    private final List<CommandRequest> received = new ArrayList<>();
    private final List<CommandReply> replies = new ArrayList<>();
    private boolean answersAtOnce = true;
    private long nowNs;

    private final HostClock clock = new HostClock() {
        @Override
        public long monotonicNs() {
            return nowNs;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    };
    private final CommandInlet inlet = new CommandInlet("roller-1", new CommandLimits(10, 2), this::take, clock);
    private final AnswerLine line = inlet.line(() -> {});

    CommandInletTest() {
        line.opened();
    }

    private void take(CommandRequest request, CommandReply reply) {
        received.add(request);
        replies.add(reply);
        if (answersAtOnce) {
            reply.answer(CommandAnswer.done("done " + received.size()));
        }
    }

    private static byte[] command(String id, String name, String args) {
        return utf8("{\"schema\":\"rollscope.command/1\",\"command_id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"args\":" + args + ",\"sender\":\"coach\"}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static CommandRequest sound(byte[] payload) {
        return assertInstanceOf(CommandCodec.Read.Sound.class, CommandCodec.read(payload))
                .request();
    }

    private static String wrong(byte[] payload) {
        return assertInstanceOf(CommandCodec.Read.Wrong.class, CommandCodec.read(payload))
                .reason();
    }

    private JsonNode answer() {
        AnswerLine.Item item = line.next();
        assertNotNull(item, "an answer");
        line.delivered(item);
        assertEquals(ANSWERS, item.path());
        assertEquals("application/json", item.contentType());
        try {
            return JSON.readTree(item.payload());
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void everyCommandIsRead() {
        assertEquals(
                new RollerCommand.Start(), sound(command("a", "start", "{}")).command());
        assertEquals(new RollerCommand.Stop(), sound(command("a", "stop", "{}")).command());
        assertEquals(
                new RollerCommand.Marker(null),
                sound(command("a", "marker", "{}")).command());
        assertEquals(
                new RollerCommand.Marker(9999),
                sound(command("a", "marker", "{\"number\":9999}")).command());
        assertEquals(
                new RollerCommand.Pain(6.5),
                sound(command("a", "pain", "{\"pain_nrs\":6.5}")).command());
        assertEquals(
                new RollerCommand.FeltRelease(),
                sound(command("a", "felt_release", "{}")).command());
        assertEquals(
                new RollerCommand.Ceiling(45),
                sound(command("a", "ceiling", "{\"ceiling_kpa\":45}")).command());
        assertEquals(
                new RollerCommand.Athlete("anna-2"),
                sound(command("a", "athlete", "{\"athlete_id\":\"anna-2\"}")).command());
        assertEquals(
                new RollerCommand.Place(Muscle.CALF, Side.LEFT),
                sound(command("a", "muscle", "{\"muscle\":\"calf\",\"side\":\"left\"}"))
                        .command());
        assertEquals(new RollerCommand.Tare(), sound(command("a", "tare", "{}")).command());
        assertEquals(
                new RollerCommand.Backfill("s-1", 0, 600_000_000),
                sound(command("a", "backfill", "{\"session_id\":\"s-1\",\"from_us\":0,\"to_us\":600000000}"))
                        .command());
        assertEquals(
                new RollerCommand.Routine(RoutineAction.START, RollContext.PRE_WORKOUT, true),
                sound(command("a", "routine", "{\"action\":\"start\",\"context\":\"pre_workout\",\"warmed_up\":true}"))
                        .command());
        RollerCommand.Plan.PlannedPlace calf = new RollerCommand.Plan.PlannedPlace(
                new BodyPlace(Muscle.CALF, Side.LEFT),
                HoldPreset.USUAL,
                new Dose(3, 40_000, 2),
                new Intensity(0.5, 0.7),
                new Manner(WorkType.GENERAL, Tool.ROLLER, RollContext.ANY));
        assertEquals(
                new RollerCommand.Plan(
                        "anna",
                        new RollerCommand.Plan.Base(4, null),
                        "eases",
                        List.of(calf),
                        List.of(new BodyPlace(Muscle.FOOT, Side.RIGHT))),
                sound(command(
                                "a",
                                "plan",
                                "{\"athlete_id\":\"anna\",\"based_on_version\":4,\"reason\":\"eases\",\"prescriptions\":["
                                        + PLACE + "],\"removed\":[\"foot:right\"]}"))
                        .command());
        assertEquals(
                RollerCommand.Routine.going(RoutineAction.SKIP),
                sound(command("a", "routine", "{\"action\":\"skip\"}")).command());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "marker | {\"number\":0} | number must be a whole number 1..9999, was 0",
                "marker | {\"number\":10000} | number must be a whole number 1..9999, was 10000",
                "marker | {\"number\":4294967297} | number must be a whole number 1..9999, was 2147483647",
                "marker | {\"number\":1.5} | number must be a whole number",
                "marker | {\"number\":\"1\"} | number must be a whole number",
                "marker | {\"numer\":1} | args of marker has the unknown key 'numer'; allowed: number",
                "start | {\"x\":1} | args of start has the unknown key 'x'; allowed: none",
                "pain | {} | args of pain lacks the key 'pain_nrs'; needed: pain_nrs",
                "pain | {\"pain_nrs\":-0.1} | pain_nrs must be a number 0..10, was -0.1",
                "pain | {\"pain_nrs\":1e999} | pain_nrs must be a finite number",
                "pain | {\"pain_nrs\":null} | pain_nrs must be a finite number",
                "ceiling | {\"ceiling_kpa\":4.9} | ceiling_kpa must be a number 5..400 kPa, was 4.9",
                "ceiling | {\"ceiling_kpa\":401} | ceiling_kpa must be a number 5..400 kPa, was 401.0",
                "athlete | {\"athlete_id\":\"../x\"} | athlete_id must be 1 to 32 of a-z, 0-9 and -",
                "muscle | {\"muscle\":\"calf\"} | args of muscle lacks the key 'side'; needed: muscle side",
                "muscle | {\"muscle\":\"calf\",\"side\":\"up\"} | side must be one of left right middle, was 'up'",
                "backfill | {\"session_id\":\"s\",\"from_us\":5,\"to_us\":5} | to_us must be later than from_us by"
                        + " 1..600000000 us (ten minutes), was 5 with from_us 5",
                "backfill | {\"session_id\":\"s\",\"from_us\":0,\"to_us\":600000001} | to_us must be later than from_us by"
                        + " 1..600000000 us (ten minutes), was 600000001 with from_us 0",
                "backfill | {\"session_id\":\"s\",\"from_us\":-1,\"to_us\":5} | from_us must be a whole number, 0 or"
                        + " more, was -1",
                "routine | {} | args of routine lacks the key 'action'; needed: action",
                "routine | {\"action\":\"pause\"} | action must be one of start skip end, was 'pause'",
                "routine | {\"action\":\"start\",\"warmed_up\":1} | warmed_up must be true or false",
                "routine | {\"action\":\"end\",\"warmed_up\":true} | args of routine with action end has the unknown key"
                        + " 'warmed_up'; allowed: action",
                "plan | {} | args of plan lacks the key 'athlete_id'; needed: athlete_id based_on_version reason",
                "plan | {\"athlete_id\":\"anna\",\"based_on_version\":4,\"reason\":\"x\"} | prescriptions or removed must name"
                        + " a place",
                "plan | {\"athlete_id\":\"anna\",\"based_on_version\":0,\"reason\":\"x\",\"removed\":[\"foot:left\"]} |"
                        + " based_on_version must be a whole number, 1 or more, was 0",
                "plan | {\"athlete_id\":\"../x\",\"based_on_version\":1,\"reason\":\"x\",\"removed\":[\"foot:left\"]} |"
                        + " athlete_id must be 1 to 32 of a-z, 0-9 and -",
                "plan | {\"athlete_id\":\"anna\",\"based_on_version\":1,\"reason\":\"x\",\"removed\":[\"knee\"]} | a place is"
                        + " MUSCLE:SIDE, as calf:left, was 'knee'",
                "plan | {\"athlete_id\":\"anna\",\"based_on_version\":1,\"reason\":\"x\",\"removed\":[\"foot:left\",3]} | removed"
                        + " must be an array of places, as calf:left",
                "plan | {\"athlete_id\":\"anna\",\"based_on_version\":1,\"reason\":\"x\",\"prescriptions\":[{}]} | a"
                        + " prescription lacks the key 'muscle'; needed: muscle side preset sessions_per_week_count hold_ms"
                        + " spot_count floor_ratio ceiling_ratio type tool context",
                "start | [] | args must be an object; {} when there are none",
                "Start | {} | name must be one of start stop marker sync pain felt_release ceiling athlete muscle tare"
                        + " backfill routine plan, was 'Start'",
            })
    void whatIsWrongSaysWhatWhereAndWhatIsAllowed(String name, String args, String reason) {
        assertEquals(reason, wrong(command("a", name, args)));
    }

    @Test
    void formIsStrict() {
        assertEquals("a command has at most 4096 bytes, this one 4097", wrong(new byte[4097]));
        assertEquals(
                "the command must be a JSON object with the keys schema command_id name args sender",
                wrong(utf8("[1]")));
        assertTrue(wrong(utf8("")).startsWith("the command must be"));
        assertTrue(wrong(utf8("{")).startsWith("the command is no JSON"));
        assertTrue(wrong(utf8("{\"a\":1,\"a\":2}")).startsWith("the command is no JSON: Duplicate"));
        assertTrue(wrong(utf8("{\"pain\":NaN}")).startsWith("the command is no JSON"));
        assertEquals(
                "the command has the unknown key 'x'; allowed: schema command_id name args sender",
                wrong(utf8("{\"x\":1}")));
        assertEquals(
                "the command lacks the key 'schema'; needed: schema command_id name args sender",
                wrong(utf8("{\"name\":\"start\"}")));
        String good = new String(command("a", "start", "{}"), StandardCharsets.UTF_8);
        assertEquals("the command must be one JSON object, and something follows it", wrong(utf8(good + "{}")));
        assertEquals(
                "schema must be 'rollscope.command/1', was 'rollscope.command/2'",
                wrong(utf8(good.replace("command/1", "command/2"))));
        assertTrue(wrong(command("", "start", "{}")).startsWith("command_id must be 1 to 64"));
        assertTrue(wrong(command("a".repeat(65), "start", "{}")).startsWith("command_id must be 1 to 64"));
        assertTrue(wrong(command("a b", "start", "{}")).startsWith("command_id must be 1 to 64"));
        assertTrue(wrong(utf8(good.replace("coach", "co\\nach"))).startsWith("sender must be 1 to 64"));
        assertTrue(wrong(utf8(good.replace("\"coach\"", "7"))).startsWith("sender must be a text"));
    }

    @Test
    void answerGoesBackWithTheCorrelationAndSaysWhatItAnswers() {
        inlet.arrived(command("a1", "pain", "{\"pain_nrs\":6}"), false, ANSWERS, CORRELATION);
        AnswerLine.Item item = line.next();
        assertTrue(Arrays.equals(CORRELATION, item.correlation()));
        assertNull(line.next(), "one is under way at a time");
        assertEquals(
                "{\"schema\":\"rollscope.answer/1\",\"command_id\":\"a1\",\"name\":\"pain\",\"outcome\":\"ok\","
                        + "\"message\":\"done 1\"}",
                new String(item.payload(), StandardCharsets.UTF_8));
    }

    @Test
    void malformedCommandIsAnsweredWithWhatCouldBeRead() {
        inlet.arrived(command("a1", "pain", "{\"pain_nrs\":60}"), false, ANSWERS, CORRELATION);
        JsonNode answer = answer();
        assertEquals("a1", answer.path("command_id").asText());
        assertEquals("error", answer.path("outcome").asText());
        inlet.arrived(utf8("nonsense\nforged line"), false, ANSWERS, null);
        answer = answer();
        assertTrue(answer.path("command_id").isNull());
        assertFalse(answer.path("message").asText().contains("\n"));
        assertEquals(List.of(), received);
    }

    @Test
    void retainedCommandIsNotObeyed() {
        inlet.arrived(command("a1", "stop", "{}"), true, ANSWERS, null);
        assertEquals(List.of(), received);
        assertTrue(answer().path("message").asText().startsWith("a retained command is not obeyed"));
    }

    @ParameterizedTest
    @CsvSource({
        "rollscope/v1/roller-2/answer/tablet",
        "rollscope/v1/roller-1/command",
        "rollscope/v1/roller-1/answer/",
        "rollscope/v1/roller-1/answer/a/b",
        "rollscope/v1/roller-1/answer/a b",
        "rollscope/v1/roller-1/status",
        "$SYS/x",
        "rollscope/v1/roller-1/answer/#"
    })
    void answersGoToAnswerTopicsOfThisRollerOnly(String path) {
        inlet.arrived(command("a1", "stop", "{}"), false, path, null);
        assertEquals(1, received.size(), "it is obeyed");
        assertNull(line.next());
        assertEquals(1, inlet.counters().unanswerableCount());
    }

    /** Each is a topic that the roller would invent: a broker that bounds those would throw the roller out. */
    @Test
    void everNewClientsAreObeyedButSoonNotAnswered() {
        int strangerCount = AnsweredClients.BURST_COUNT + 100;
        Set<String> places = new HashSet<>();
        for (int index = 0; index < strangerCount; index++) {
            inlet.arrived(command("a" + index, "nonsense", "{}"), false, ANSWERS + index, null);
            places.addAll(deliverAll());
        }
        assertEquals(AnsweredClients.BURST_COUNT, places.size());
        assertEquals(100, inlet.counters().unanswerableCount());

        nowNs += 1_000_000_000;
        inlet.arrived(command("b1", "stop", "{}"), false, ANSWERS + "new", null);
        assertNotNull(line.next(), "now and then somebody new is");
        assertEquals(1, received.size(), "and obeyed, as the others would be");
    }

    private Set<String> deliverAll() {
        Set<String> places = new HashSet<>();
        for (AnswerLine.Item item = line.next(); item != null; item = line.next()) {
            places.add(item.path());
            line.delivered(item);
        }
        return places;
    }

    @Test
    void whoWasAnsweredBeforeStillIsWhileStrangersAreNot() {
        inlet.arrived(command("a1", "stop", "{}"), false, ANSWERS, null);
        answer();
        for (int index = 0; index < 2 * AnsweredClients.BURST_COUNT; index++) {
            inlet.arrived(command("b" + index, "nonsense", "{}"), false, ANSWERS + index, null);
            inlet.arrived(command("c" + index, "nonsense", "{}"), false, ANSWERS, null);
            deliverAll();
        }
        nowNs += 10_000_000_000L;
        inlet.arrived(command("d", "stop", "{}"), false, ANSWERS, null);
        assertEquals("d", answer().path("command_id").asText());
    }

    @Test
    void whatEndsEveryConnectionThatItIsSentOnIsGivenUp() {
        inlet.arrived(command("a1", "stop", "{}"), false, ANSWERS, null);
        inlet.arrived(command("a2", "stop", "{}"), false, ANSWERS, null);
        AnswerLine.Item first = line.next();
        for (int lostCount = 1; lostCount < AnswerLine.LOST_LIMIT_COUNT; lostCount++) {
            line.closed();
            line.opened();
            assertSame(first, line.next(), "connection " + lostCount);
        }
        line.closed();
        line.opened();
        assertEquals("a2", answer().path("command_id").asText());
        assertNull(line.next());
    }

    @Test
    void withoutAnAnswerTopicItIsObeyedAndSoIsTheNext() {
        inlet.arrived(command("a1", "stop", "{}"), false, null, null);
        inlet.arrived(command("a2", "stop", "{}"), false, "", null);
        assertEquals(2, received.size());
        assertEquals(new CommandCounters(2, 2, 0, 0, 0, 0), inlet.counters());
        assertNull(line.next());
    }

    @Test
    void sameCommandTwiceIsDoneOnceAndAnsweredTwice() {
        inlet.arrived(command("a1", "marker", "{}"), false, ANSWERS, null);
        inlet.arrived(command("a1", "marker", "{}"), false, ANSWERS, CORRELATION);
        assertEquals(1, received.size());
        assertEquals(answer(), answer());
        inlet.arrived(command("a1", "marker", "{}"), false, ANSWERS + "2", null);
        assertEquals(2, received.size(), "another client's id is another command");
        inlet.arrived(command("a1", "stop", "{}"), false, ANSWERS, null);
        assertEquals(2, received.size(), "the same id for something else is a mistake");
        line.delivered(line.next());
        assertTrue(answer().path("message").asText().startsWith("command_id was used"));
        assertEquals(1, inlet.counters().repeatedCount());
    }

    @Test
    void whatCameTwiceWhileItIsDoneIsAnsweredTwiceAfterwards() {
        answersAtOnce = false;
        inlet.arrived(command("a1", "tare", "{}"), false, ANSWERS, null);
        inlet.arrived(command("a1", "tare", "{}"), false, ANSWERS, null);
        assertEquals(1, received.size());
        assertNull(line.next());
        replies.get(0).answer(CommandAnswer.done("tared"));
        assertEquals(answer(), answer());
    }

    @Test
    void commandIsForgottenAfterTwoHundredOthers() {
        for (int index = 0; index <= CommandGate.REMEMBERED_COUNT; index++) {
            nowNs += 1_000_000_000;
            inlet.arrived(command("a" + index, "stop", "{}"), false, null, null);
        }
        nowNs += 10_000_000_000L;
        inlet.arrived(command("a1", "stop", "{}"), false, null, null);
        assertEquals(CommandGate.REMEMBERED_COUNT + 1, received.size(), "still known");
        inlet.arrived(command("a0", "stop", "{}"), false, null, null);
        assertEquals(CommandGate.REMEMBERED_COUNT + 2, received.size(), "forgotten");
    }

    @Test
    void tooManyAreRefusedAndMayBeSentAgainLater() {
        for (int index = 0; index < 12; index++) {
            inlet.arrived(command("a" + index, "stop", "{}"), false, ANSWERS, null);
        }
        assertEquals(10, received.size());
        for (int index = 0; index < 10; index++) {
            assertEquals("ok", answer().path("outcome").asText());
        }
        JsonNode refusal = answer();
        assertEquals("a10", refusal.path("command_id").asText());
        assertTrue(refusal.path("message").asText().startsWith("too many commands"));
        nowNs += 499_000_000;
        inlet.arrived(command("a10", "stop", "{}"), false, ANSWERS, null);
        assertEquals(10, received.size());
        nowNs += 1_000_000;
        inlet.arrived(command("a10", "stop", "{}"), false, ANSWERS, null);
        assertEquals(11, received.size(), "two a second");
        assertEquals(new CommandCounters(14, 11, 0, 3, 0, 0), inlet.counters());
    }

    @Test
    void mistakeOfTheReceiverIsAnAnswer() {
        CommandInlet careless = new CommandInlet(
                "roller-1",
                new CommandLimits(10, 2),
                (request, reply) -> {
                    throw new IllegalStateException("broken");
                },
                clock);
        AnswerLine answers = careless.line(() -> {});
        answers.opened();
        careless.arrived(command("a1", "stop", "{}"), false, ANSWERS, null);
        assertTrue(new String(answers.next().payload(), StandardCharsets.UTF_8).contains("mistake of its own"));
    }

    @Test
    void whoWritesACommandFromWordsGetsNumbersWhereTheyAreNumbers() {
        assertEquals(
                new RollerCommand.Athlete("123"),
                sound(CommandCodec.write("a", "athlete", Map.of("athlete_id", "123"), "me"))
                        .command());
        assertEquals(
                new RollerCommand.Pain(6.5),
                sound(CommandCodec.write("a", "pain", Map.of("pain_nrs", "6.5"), "me"))
                        .command());
        assertEquals(
                new RollerCommand.Routine(RoutineAction.START, RollContext.ANY, true),
                sound(CommandCodec.write("a", "routine", Map.of("action", "start", "warmed_up", "true"), "me"))
                        .command());
    }

    /**
     * Sound commands with bytes changed, cut, doubled and put together, to any answer topic: never an exception, and what gets
     * through is a command within its ranges. {@code -Drollscope.command-fuzz=1000000} for more.
     */
    @Test
    void mutatedCommandsNeverBreakAnything() {
        // Twenty thousand lines that nobody reads.
        Logger journal = (Logger) LoggerFactory.getLogger(CommandInlet.class);
        journal.setLevel(Level.OFF);
        try {
            mutateCommands();
        } finally {
            journal.setLevel(null);
        }
    }

    private void mutateCommands() {
        int count = Integer.getInteger("rollscope.command-fuzz", 20_000);
        long seed = Long.getLong("rollscope.fuzz-seed", 1);
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> seeds = List.of(
                command("ID", "start", "{}"),
                command("ID", "marker", "{\"number\":12}"),
                command("ID", "pain", "{\"pain_nrs\":6.5}"),
                command("ID", "ceiling", "{\"ceiling_kpa\":45}"),
                command("ID", "athlete", "{\"athlete_id\":\"anna\"}"),
                command("ID", "muscle", "{\"muscle\":\"calf\",\"side\":\"left\"}"),
                command("ID", "backfill", "{\"session_id\":\"s-1\",\"from_us\":10,\"to_us\":5000}"));
        List<String> paths = List.of(ANSWERS, "rollscope/v1/roller-1/command", "$SYS/#", "", "rollscope/v1/+/answer/x");
        int answeredCount = 0;
        for (int round = 0; round < count; round++) {
            nowNs += 500_000_000;
            String plain = new String(seeds.get(random.nextInt(seeds.size())), StandardCharsets.UTF_8);
            byte[] payload = Mutation.of(utf8(plain.replace("ID", "f" + round)), random);
            byte[] path = paths.get(random.nextInt(paths.size())).getBytes(StandardCharsets.UTF_8);
            String responsePath = random.nextInt(4) == 0
                    ? new String(Mutation.of(path, random), StandardCharsets.UTF_8)
                    : new String(path, StandardCharsets.UTF_8);
            int before = received.size();
            inlet.arrived(payload, random.nextInt(20) == 0, responsePath, CORRELATION);
            for (CommandRequest request : received.subList(before, received.size())) {
                RollerCommand command = request.command();
                assertEquals(
                        command,
                        sound(payload).command(),
                        () -> "seed " + seed + ": " + new String(payload, StandardCharsets.UTF_8));
            }
            for (AnswerLine.Item item = line.next(); item != null; item = line.next()) {
                line.delivered(item);
                answeredCount++;
                assertTrue(item.path().matches("rollscope/v1/roller-1/answer/[A-Za-z0-9._-]{1,64}"), item.path());
                assertFalse(new String(item.payload(), StandardCharsets.UTF_8).contains("\n"));
            }
            if (received.size() > 1000) {
                received.clear();
                replies.clear();
            }
        }
        CommandCounters counters = inlet.counters();
        System.out.println("seed " + seed + ": " + counters + ", " + answeredCount + " answers");
        assertEquals(count, counters.receivedCount());
        assertEquals(
                count, counters.doneCount() + counters.refusedCount() + counters.repeatedCount(), "each has one end");
        assertTrue(counters.refusedCount() > count / 2 && counters.doneCount() > 0);
    }
}
