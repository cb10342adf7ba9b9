package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Which commands there are, and that no more of them are made than are asked for. */
class RollscopeCommandTest {
    @Test
    void everyCommandIsFoundByTheNameThatItHas() {
        for (String name : RollscopeCommand.NAMES) {
            Class<?> named = RollscopeCommand.named(name);
            assertNotNull(named, name);
            assertEquals(name, named.getAnnotation(Command.class).name());
            assertEquals(0, named.getAnnotation(Command.class).aliases().length, name + " has a second name");
        }
    }

    @Test
    void helpHasAllInTheirOrder() {
        for (String[] typed : new String[][] {{}, {"--help"}, {"servce"}, {"--version", "service"}}) {
            CommandLine all = RollscopeCommand.commandLine(typed);
            assertEquals(
                    RollscopeCommand.NAMES, new ArrayList<>(all.getSubcommands().keySet()));
        }
        assertNull(RollscopeCommand.named("servce"));
    }

    @Test
    void whatIsNamedComesAloneAndUnderTheSameName() {
        CommandLine all = RollscopeCommand.commandLine();
        for (String name : RollscopeCommand.NAMES) {
            CommandLine one = RollscopeCommand.commandLine(name, "--help");
            assertEquals(Set.of(name), one.getSubcommands().keySet());
            assertEquals(
                    "rollscope " + name,
                    one.getSubcommands().get(name).getCommandSpec().qualifiedName());
            assertEquals(
                    all.getSubcommands().get(name).getUsageMessage(),
                    one.getSubcommands().get(name).getUsageMessage());
        }
    }
}
