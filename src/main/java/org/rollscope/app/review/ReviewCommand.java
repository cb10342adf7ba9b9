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
import org.rollscope.viewer.ViewerMemory;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(ReviewCommand.class);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "FILE|ID", description = "a .rsw file or the id of a session")
    private @Nullable String target;

    @Option(names = "--theme", paramLabel = "light|dark", description = "look (default: as last time, at first light)")
    private @Nullable Theme theme;

    @Override
    public Integer call() throws CommandFailure {
        if (target != null && target.endsWith(".rsw") && !Files.isReadable(Path.of(target))) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, target + " is not there or cannot be read");
        }
        ViewerMemory memory = ViewerMemory.in(
                common.dataFolder().resolve("viewer").resolve("review.properties"), words -> LOG.warn(words));
        ViewerSettings kept = memory.recall(ViewerSettings.defaults().withLanguage(Language.ofSystem()));
        ViewerDesk desk = new ViewerDesk(
                new SystemHostClock(),
                new Link(null, new Silence(), null),
                null,
                new LocalLibrary(common.dataFolder(), common.configFolder()),
                false,
                memory);
        try (Viewer viewer = Viewer.open(desk, theme == null ? kept : kept.withTheme(theme))) {
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
