package org.rollscope.viewer;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.review.ReviewLayout;

/**
 * Keeps what a person chose about the window from one start to the next, in a small text file.
 *
 * <p><b>Errors.</b> None stops a window from opening: what cannot be read is as never chosen, and a file that cannot be written is
 * said once. <b>Threads.</b> {@link #keep} any, the rest one at a time.
 */
public final class ViewerMemory {
    private final @Nullable Path file;
    private final Consumer<String> say;
    private boolean complained;

    private ViewerMemory(@Nullable Path file, Consumer<String> say) {
        this.file = file;
        this.say = say;
    }

    /** Remembers in a file, which need not be there yet. */
    public static ViewerMemory in(Path file, Consumer<String> say) {
        return new ViewerMemory(file, say);
    }

    /** Remembers nothing, as for a demonstration. */
    public static ViewerMemory none() {
        return new ViewerMemory(null, words -> {});
    }

    /**
     * What was chosen last.
     *
     * @param usual for what was never chosen or cannot be read.
     */
    public ViewerSettings recall(ViewerSettings usual) {
        Properties kept = read();
        return usual.withTheme(value(kept, "theme", Theme::valueOf, usual.theme()))
                .withUnit(value(kept, "pressure_unit", PressureUnit::valueOf, usual.unit()))
                .withLanguage(value(kept, "language", Language::ofWord, usual.language()))
                .withWorkspace(value(kept, "workspace", Workspace::valueOf, usual.workspace()))
                .withQuiet(value(kept, "quiet", Boolean::parseBoolean, usual.quiet()))
                .withChartSpanMs(value(
                        kept,
                        "chart_span_ms",
                        text -> usual.withChartSpanMs(Long.parseLong(text)).chartSpanMs(),
                        usual.chartSpanMs()))
                .withPlace(place(kept, usual.place()))
                .withReviewLayout(reviewLayout(kept, usual.reviewLayout()));
    }

    private static WindowPlace place(Properties kept, WindowPlace usual) {
        try {
            WindowPlace.Corner corner = kept.containsKey("window_x_px") && kept.containsKey("window_y_px")
                    ? new WindowPlace.Corner(true, number(kept, "window_x_px"), number(kept, "window_y_px"))
                    : WindowPlace.Corner.OF_SYSTEM;
            return new WindowPlace(
                    corner,
                    number(kept, "window_width_px"),
                    number(kept, "window_height_px"),
                    Boolean.parseBoolean(kept.getProperty("window_maximised")));
        } catch (IllegalArgumentException notSo) {
            return usual;
        }
    }

    private static ReviewLayout reviewLayout(Properties kept, ReviewLayout usual) {
        try {
            return new ReviewLayout(number(kept, "review_left_px"), number(kept, "review_sessions_px"));
        } catch (IllegalArgumentException notSo) {
            return usual;
        }
    }

    private static int number(Properties kept, String key) {
        return Integer.parseInt(kept.getProperty(key, ""));
    }

    private static <T> T value(Properties kept, String key, Function<String, T> reader, T usual) {
        String text = kept.getProperty(key);
        try {
            return text == null ? usual : reader.apply(text);
        } catch (IllegalArgumentException notSo) {
            return usual;
        }
    }

    private Properties read() {
        Properties kept = new Properties();
        if (file != null && Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                complain("cannot read what the window remembered: " + unreadable.getMessage());
            }
        }
        return kept;
    }

    /** Keeps what is chosen now, and what else stands in the file. */
    public synchronized void keep(ViewerSettings settings) {
        Path target = file;
        if (target == null) {
            return;
        }
        Properties kept = read();
        kept.setProperty("theme", settings.theme().name());
        kept.setProperty("pressure_unit", settings.unit().name());
        kept.setProperty("language", settings.language().word());
        kept.setProperty("workspace", settings.workspace().name());
        kept.setProperty("quiet", Boolean.toString(settings.quiet()));
        kept.setProperty("chart_span_ms", Long.toString(settings.chartSpanMs()));
        WindowPlace place = settings.place();
        if (place.corner().known()) {
            kept.setProperty("window_x_px", Integer.toString(place.corner().xPx()));
            kept.setProperty("window_y_px", Integer.toString(place.corner().yPx()));
        }
        kept.setProperty("window_width_px", Integer.toString(place.widthPx()));
        kept.setProperty("window_height_px", Integer.toString(place.heightPx()));
        kept.setProperty("window_maximised", Boolean.toString(place.maximised()));
        kept.setProperty(
                "review_left_px", Integer.toString(settings.reviewLayout().leftPx()));
        kept.setProperty(
                "review_sessions_px", Integer.toString(settings.reviewLayout().sessionsPx()));
        try {
            write(kept, target);
        } catch (IOException refused) {
            complain("cannot remember the window in " + target + ": " + refused.getMessage());
        }
    }

    private static void write(Properties kept, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        StringWriter words = new StringWriter();
        kept.store(words, "What the viewer's window remembers; may be deleted");
        Path half = target.resolveSibling(target.getFileName() + ".new");
        Files.writeString(half, words.toString());
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void complain(String words) {
        if (!complained) {
            complained = true;
            say.accept(words);
        }
    }
}
