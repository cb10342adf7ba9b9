package org.rollscope.app.install;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Programs that only remember that they were run. */
final class FakeTools implements HostTools {
    final List<String> commands = new ArrayList<>();
    private final Map<String, Ran> answers = new HashMap<>();

    /** A program that is there: what it says to a command line that begins so. */
    FakeTools with(String commandStart, int exitCode, String output) {
        answers.put(commandStart, new Ran(exitCode, output));
        return this;
    }

    @Override
    public boolean has(String program) {
        return answers.keySet().stream().anyMatch(start -> start.equals(program) || start.startsWith(program + " "));
    }

    @Override
    public Ran run(List<String> command, Consumer<String> heard) {
        String line = String.join(" ", command);
        commands.add(line);
        return answers.entrySet().stream()
                .filter(answer -> line.startsWith(answer.getKey()))
                .max((one, other) -> one.getKey().length() - other.getKey().length())
                .map(Map.Entry::getValue)
                .orElse(new Ran(Ran.NOT_STARTED, "no such program: " + command.get(0)));
    }

    /** Commands that change something. */
    List<String> changes() {
        return commands.stream()
                .filter(line ->
                        !line.startsWith("getent") && !line.startsWith("id ") && !line.startsWith("systemctl cat"))
                .toList();
    }
}
