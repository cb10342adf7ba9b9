package org.rollscope.app.people;

import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.config.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows whether an athlete may be guided, and why. */
@Command(name = "clearance", description = "Show whether an athlete may be guided, and why.")
final class AthleteClearanceCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        return new HealthDesk(common, athleteId).say();
    }
}
