package org.rollscope.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the chart viewer. */
@Command(name = "viewer", description = "Open the desktop chart viewer.")
final class ViewerCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it
    private CommonOptions common;

    @Override
    public Integer call() {
        return 0;
    }
}
