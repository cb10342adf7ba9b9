package org.rollscope.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ConnectionSettings;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.mqtt.CommandCaller;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.UnreachableBrokerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells a running service what to do, over MQTT, and prints its answer. */
@Command(
        name = "command",
        description =
                "Tell a running service what to do: start, stop, marker, sync, pain, felt_release, ceiling, athlete, muscle,"
                        + " tare, backfill, routine, plan.",
        footer = {
            "",
            "rollscope command marker number=3",
            "rollscope command pain pain_nrs=6",
            "rollscope command muscle muscle=calf side=left",
            "rollscope command ceiling ceiling_kpa=45",
            "rollscope command routine action=start",
            "",
            "Exit code 0: done; 1: refused, the answer says why; 3: nobody answered. All commands: src/docs/commands.md"
        })
public final class CommandCommand implements Callable<Integer> {
    private static final long PATIENCE_MS = 5000;
    /** It takes five seconds to look at an unloaded roller; the service gives up after fifteen. */
    private static final long TARE_PATIENCE_MS = 20_000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "NAME", description = "what to do")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY=VALUE", description = "arguments")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--roller", paramLabel = "ID", description = "which roller (default: the settings')")
    private @Nullable String rollerId;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BrokerOptions options;

    @Option(
            names = "--sender",
            paramLabel = "NAME",
            defaultValue = "command-line",
            description = "who says so, for the log (default: ${DEFAULT-VALUE})")
    private String sender = "";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        LoadedSettings settings = LoadedSettings.load(common.configFolder());
        MqttSettings broker = options.broker(settings.mqtt(), ConnectionSettings.COACH);
        String roller = rollerId == null ? settings.core().rollerId() : rollerId;
        long patienceMs = name.equals("tare") ? TARE_PATIENCE_MS : PATIENCE_MS;
        try {
            CommandCaller.Answered answered =
                    new CommandCaller(broker, roller).call(name, keysAndValues(), sender, patienceMs);
            return print(answered, roller, broker.address(), patienceMs);
        } catch (UnreachableBrokerException unreachable) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, unreachable.words(), unreachable);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CommandFailure.UNREACHABLE;
        }
    }

    private Map<String, String> keysAndValues() throws CommandFailure {
        Map<String, String> args = new LinkedHashMap<>();
        for (String argument : arguments) {
            int at = argument.indexOf('=');
            if (at < 1) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE, "'" + argument + "' is no KEY=VALUE, as pain_nrs=6");
            }
            args.put(argument.substring(0, at), argument.substring(at + 1));
        }
        return args;
    }

    private int print(CommandCaller.Answered answered, String roller, String uri, long patienceMs)
            throws CommandFailure {
        String json = answered.json();
        if (json == null) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "no answer of roller " + roller + " at " + uri + " within " + patienceMs / 1000
                            + " s; does its service run? rollscope status");
        }
        try {
            ObjectNode answer = JsonOutput.JSON.readValue(json, ObjectNode.class);
            boolean done = answer.path("outcome").asText().equals("ok");
            PrintWriter out = common.commandLine().getOut();
            out.println(
                    common.json()
                            ? JsonOutput.text(answer)
                            : answer.path("outcome").asText() + ": "
                                    + answer.path("message").asText());
            if (answered.frameCount() > 0 && !common.json()) {
                out.println(answered.frameCount() + " frames came");
            }
            out.flush();
            return done ? 0 : CommandFailure.WORK_FAILED;
        } catch (JsonProcessingException broken) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "the answer is no JSON: " + json, broken);
        }
    }
}
