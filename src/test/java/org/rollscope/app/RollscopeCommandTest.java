package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** A command that somebody wrote and that cannot be typed would be missed by nobody. */
    @Test
    void everyCommandThatThereIsIsNamedSomewhere() {
        Set<Class<?>> unnamed = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(RollscopeCommand.class.getPackageName())
                        .stream()
                        .filter(found -> found.isAnnotatedWith(Command.class))
                        .map(JavaClass::reflect)
                        .filter(found ->
                                !found.getAnnotation(Command.class).name().equals("<main class>"))
                        .collect(Collectors.toCollection(HashSet::new));
        assertTrue(unnamed.size() > 50, "found " + unnamed);
        Set<Class<?>> below = unnamed.stream()
                .flatMap(found -> Stream.of(found.getAnnotation(Command.class).subcommands()))
                .collect(Collectors.toSet());
        unnamed.removeAll(below);
        unnamed.remove(RollscopeCommand.class);
        RollscopeCommand.NAMES.forEach(name -> unnamed.remove(RollscopeCommand.named(name)));
        assertEquals(Set.of(), unnamed);
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
