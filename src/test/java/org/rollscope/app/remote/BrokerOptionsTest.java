package org.rollscope.app.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class BrokerOptionsTest {
    @Command
    private static final class Typed {
        @Mixin
        private final BrokerOptions options = new BrokerOptions();
    }

    /** A login that was typed must not be passed over for a broker that a window kept. */
    @ParameterizedTest
    @CsvSource({
        "'', false",
        "--mqtt=mqtt://gym:1883, true",
        "--user=coach, true",
        "--password-file=p.txt, true",
        "--ca-file=ca.crt, true"
    })
    void whatIsTypedGoesBeforeWhatWasKept(String argument, boolean typed) {
        Typed command = new Typed();
        new CommandLine(command).parseArgs(argument.isEmpty() ? new String[0] : new String[] {argument});
        assertEquals(typed, command.options.isTyped());
    }
}
