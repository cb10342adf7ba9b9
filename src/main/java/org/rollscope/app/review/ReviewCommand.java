package org.rollscope.app.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerDesk;
import org.rollscope.viewer.ViewerException;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the viewer on recorded sessions. */
@Command(
        name = "review",
        description = "Look at recorded sessions: zoom, measure, compare, annotate, export.",
        footer = {
            "",
            "Needs no broker. Without a name it shows the list of the data folder. A .rsw file needs calibration.json and",
            "session.json beside it; nothing of it gets into the archive. F1 in the window shows all keys."
        })
public final class ReviewCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "FILE|ID", description = "a .rsw file or the id of a session")
    private @Nullable String target;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light", description = "look (default light)")
    private Theme theme = Theme.LIGHT;

    @Override
    public Integer call() throws CommandFailure {
        if (target != null && target.endsWith(".rsw") && !Files.isReadable(Path.of(target))) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, target + " is not there or cannot be read");
        }
        try (Viewer viewer = Viewer.open(
                ViewerDesk.of(new Silence(), new SystemHostClock())
                        .withLibrary(new LocalLibrary(common.dataFolder(), common.configFolder())),
                ViewerSettings.defaults().withTheme(theme).withLanguage(Language.ofSystem()))) {
            viewer.showReview(target);
            viewer.awaitClosed();
        } catch (ViewerException noDisplay) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, String.valueOf(noDisplay.getMessage()), noDisplay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** No roller is listened to. */
    private static final class Silence implements MetricsFeed {
        @Override
        public void start(Listener listener) {
            // nothing comes
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
