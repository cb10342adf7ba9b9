package org.rollscope.viewer.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import org.rollscope.app.Ran;
import org.rollscope.app.review.LocalLibrary;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.viewer.Viewer;
import org.rollscope.viewer.ViewerDesk;
import org.rollscope.viewer.ViewerMemory;
import org.rollscope.viewer.ViewerSettings;
import org.rollscope.viewer.WindowPlace;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Theme;

/**
 * Runs in a virtual machine of its own on a display: records a session by the real commands, opens the window on it and does what a
 * researcher does; every number is held against what the commands give of the same archive.
 */
public final class ReviewOnDisplay {
    private static final PrintStream OUT = System.out;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path data;
    private final ReviewWindow window = new ReviewWindow();

    private ReviewOnDisplay(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    /** First argument: folder for the pictures. Exit code 1 when something is not as it should be. */
    public static void main(String[] arguments) {
        try {
            Path folder = Path.of(arguments[0], "review");
            clear(folder);
            new ReviewOnDisplay(Files.createDirectories(folder)).run();
            System.exit(0);
        } catch (Throwable failed) {
            failed.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private static void clear(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String done(String... words) {
        Ran ran = Ran.of(words);
        check(ran.exitCode() == 0, ran.err());
        return ran.out();
    }

    private static void check(boolean holds, Object words) {
        if (!holds) {
            throw new AssertionError(String.valueOf(words));
        }
    }

    private static void same(double expected, double actual, double tolerance, String what) {
        check(Math.abs(expected - actual) <= tolerance, what + ": expected " + expected + ", was " + actual);
    }

    private String record(String scenario, int seed, String startedAt) throws Exception {
        Path made = folder.resolve(scenario);
        done(
                "simulate",
                "--scenario",
                scenario,
                "--seed",
                Integer.toString(seed),
                "--seconds",
                "90",
                "--out",
                made.toString());
        cutOut(made.resolve("session.rsw"));
        String out = done(
                "import",
                made.resolve("session.rsw").toString(),
                "--started-at",
                startedAt,
                "--data",
                data.toString(),
                "--json");
        return JSON.readTree(out).path("imported_session_ids").get(0).asText();
    }

    /** Three seconds of the line never arrived. */
    private static void cutOut(Path recording) throws Exception {
        String bytes = Files.readString(recording, StandardCharsets.ISO_8859_1);
        List<String> messages = new ArrayList<>(List.of(bytes.split("\0", -1)));
        messages.subList(4000, 4300).clear();
        Files.writeString(recording, String.join("\0", messages), StandardCharsets.ISO_8859_1);
    }

    private void run() throws Exception {
        String first = record("coached", 7, "2026-11-01T18:30:00Z");
        String second = record("overpresser", 3, "2026-11-08T18:30:00Z");
        for (Theme theme : Theme.values()) {
            ViewerSettings settings = ViewerSettings.defaults()
                    .withTheme(theme)
                    .withPlace(new WindowPlace(WindowPlace.Corner.OF_SYSTEM, 1400, 900, false));
            ViewerDesk desk = new ViewerDesk(
                    CLOCK,
                    new Link(null, new Silence(), null),
                    null,
                    new LocalLibrary(data, Path.of("config")),
                    true,
                    ViewerMemory.none());
            try (Viewer viewer = Viewer.open(desk, settings)) {
                viewer.showReview(first);
                ReviewWorkspace review = window.workspace();
                window.await("the session", () -> review.model() != null && review.isIdle());
                String look = theme.name().toLowerCase(Locale.ROOT);
                if (theme == Theme.LIGHT) {
                    listShowsTheArchive(review);
                    zoomAndBack(review);
                    eventsAreLinkedBothWays(review, first);
                    differenceIsThatOfTheArchive(review, first);
                    selectionIsThatOfTheArchive(review);
                    pictures(review);
                    notes(review, first);
                    keysAreTold(review);
                    pads(review);
                }
                window.shoot(folder.resolve(look + "-review.png"));
                compare(review, second);
                window.shoot(folder.resolve(look + "-compare.png"));
                JToggleButton comparing = window.named("review-compare", JToggleButton.class);
                window.run(() -> {
                    if (comparing.isSelected()) {
                        comparing.doClick();
                    }
                });
                viewer.showReview(second);
                effectIsThatOfTheReport(review, second);
                window.shoot(folder.resolve(look + "-effect.png"));
                viewer.close();
                viewer.awaitClosed();
            }
        }
    }

    private void effectIsThatOfTheReport(ReviewWorkspace review, String sessionId) throws Exception {
        window.await(
                "the second session",
                () -> review.model() != null
                        && review.model().session().entry().sessionId().equals(sessionId)
                        && review.isIdle());
        JTabbedPane tabs = window.named("review-tabs", JTabbedPane.class);
        JTable figures = window.named("review-effect", JTable.class);
        check(window.on(figures::getRowCount) == 0, "nothing is computed before somebody looks");
        window.run(() -> tabs.setSelectedIndex(tabs.getTabCount() - 1));
        window.await("what the weeks show", () -> figures.getRowCount() > 0);
        Path page = folder.resolve("effect.html");
        done("report", sessionId, "--out", page.toString(), "--data", data.toString(), "--force");
        String report = Files.readString(page);
        check(report.contains("Is it working"), "the report has the section");
        int rowCount = window.on(figures::getRowCount);
        for (int row = 0; row < rowCount; row++) {
            String said = figures.getValueAt(row, 3).toString();
            check(report.contains(said), "row " + row + ": " + said);
        }
        check(rowCount >= 2, "time to release and held time: " + rowCount);
    }

    private void listShowsTheArchive(ReviewWorkspace review) throws Exception {
        JTable sessions = window.named("review-sessions", JTable.class);
        window.await("both sessions", () -> sessions.getRowCount() == 2);
        JComponent filter = window.named("review-filter", JComponent.class);
        window.run(() -> ((javax.swing.JTextField) filter).setText("2026-11-08"));
        check(window.on(sessions::getRowCount) == 1, "the filter leaves one session");
        window.run(() -> ((javax.swing.JTextField) filter).setText(""));
        check(
                review.model().session().gaps().size() == 1,
                "one gap: " + review.model().session().gaps());
        same(3e6, review.model().session().gaps().get(0).lengthUs(), 2e5, "length of the gap, us");
    }

    private void press(String key) throws Exception {
        JComponent chart = window.named("review-chart-a", JComponent.class);
        window.run(() -> {
            Object name = chart.getInputMap().get(KeyStroke.getKeyStroke(key));
            check(name != null, "no key " + key);
            chart.getActionMap().get(name).actionPerformed(null);
        });
    }

    private void mouse(int id, double xPx, double yPx, int modifiers) throws Exception {
        JComponent chart = window.named("review-chart-a", JComponent.class);
        window.run(() -> chart.dispatchEvent(new MouseEvent(
                chart, id, 0, modifiers, (int) Math.round(xPx), (int) yPx, 1, false, MouseEvent.BUTTON1)));
    }

    private void click(double xPx, double yPx, int modifiers) throws Exception {
        mouse(MouseEvent.MOUSE_PRESSED, xPx, yPx, modifiers);
        mouse(MouseEvent.MOUSE_RELEASED, xPx, yPx, modifiers);
    }

    private SessionPlot plot() {
        return window.named("review-chart-a", SessionChart.class).plot();
    }

    private void zoomAndBack(ReviewWorkspace review) throws Exception {
        ReviewModel model = review.model();
        TimeWindow whole = model.window();
        press("PLUS");
        press("UP");
        same(whole.lengthUs() / 2.25, model.window().lengthUs(), 10, "length after two steps in, us");
        long fromUs = model.window().fromUs();
        press("RIGHT");
        same(fromUs + 0.2 * model.window().lengthUs(), model.window().fromUs(), 10, "a fifth to the right, us");
        press("BACK_SPACE");
        check(model.window().fromUs() == fromUs, "back");
        press("HOME");
        check(model.window().equals(whole), "the whole session");
        window.shoot(folder.resolve("whole.png"));
        Rectangle2D area = plot().areas().get(0);
        mouse(MouseEvent.MOUSE_PRESSED, area.getX() + 100, area.getCenterY(), MouseEvent.CTRL_DOWN_MASK);
        mouse(MouseEvent.MOUSE_DRAGGED, area.getX() + 300, area.getCenterY(), MouseEvent.CTRL_DOWN_MASK);
        mouse(MouseEvent.MOUSE_RELEASED, area.getX() + 300, area.getCenterY(), MouseEvent.CTRL_DOWN_MASK);
        double pxUs = whole.lengthUs() / area.getWidth();
        same(whole.fromUs() + 100 * pxUs, model.window().fromUs(), 2 * pxUs, "begin of the drawn stretch, us");
        same(200 * pxUs, model.window().lengthUs(), 2 * pxUs, "length of the drawn stretch, us");
        press("HOME");
    }

    private void eventsAreLinkedBothWays(ReviewWorkspace review, String sessionId) throws Exception {
        JsonNode events = JSON.readTree(done("sessions", "show", sessionId, "--json", "--data", data.toString()))
                .path("events");
        JTable table = window.named("review-events", JTable.class);
        check(window.on(table::getRowCount) == events.size(), "a row for each event");
        ReviewModel model = review.model();
        window.run(() -> model.show(new TimeWindow(0, 5_000_000), ""));
        int hold = index(model, EventType.HOLD);
        window.run(() -> {
            int row = table.convertRowIndexToView(hold);
            table.setRowSelectionInterval(row, row);
        });
        RollerEvent event = model.session().events().get(hold);
        check(model.eventIndex() == hold, "the chart marks the event of the row");
        check(model.window().contains(event.startUs()), "and moves to it: " + model.window());
        double startMs = -1;
        for (JsonNode one : events) {
            if (one.path("type").asText().equals("hold") && startMs < 0) {
                startMs = one.path("start_ms").asDouble();
            }
        }
        same(startMs * 1000, event.startUs(), 0.5, "begin of the first hold, us");

        press("HOME");
        window.shoot(folder.resolve("event.png"));
        int other = index(model, EventType.RELEASE);
        List<Rectangle2D> areas = plot().areas();
        Rectangle2D lane = areas.get(areas.size() - 2);
        double xPx = plot().xPx(model.session().events().get(other).startUs(), model.window());
        click(xPx, lane.getMaxY() - 4, 0);
        check(model.eventIndex() == other, "a click on the mark selects its event");
        check(
                window.on(() -> table.convertRowIndexToModel(table.getSelectedRow())) == other,
                "and its row in the table");
    }

    private static int index(ReviewModel model, EventType type) {
        List<RollerEvent> events = model.session().events();
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index).type() == type) {
                return index;
            }
        }
        throw new AssertionError("the session has no " + type);
    }

    private void differenceIsThatOfTheArchive(ReviewWorkspace review, String sessionId) throws Exception {
        ReviewModel model = review.model();
        press("ESCAPE");
        Rectangle2D area = plot().areas().get(0);
        click(area.getX() + 150, area.getCenterY(), 0);
        click(area.getX() + 320, area.getCenterY(), MouseEvent.SHIFT_DOWN_MASK);
        long fromUs = Math.min(model.cursorUs(), model.secondUs());
        long toUs = Math.max(model.cursorUs(), model.secondUs());
        Path out = folder.resolve("whole");
        done("export", sessionId, "--format", "csv", "--out", out.toString(), "--data", data.toString());
        List<String> rows = Files.readAllLines(out.resolve(sessionId).resolve("samples.csv"));
        List<String> head = List.of(rows.get(0).split(",", -1));
        double sumKpa = 0;
        double peakKpa = 0;
        int frameCount = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            long timeUs = Long.parseLong(cells[head.indexOf("time_us")]);
            if (timeUs >= fromUs && timeUs <= toUs) {
                sumKpa += Double.parseDouble(cells[head.indexOf("mean_pressure_kpa")]);
                peakKpa = Math.max(peakKpa, Double.parseDouble(cells[head.indexOf("peak_pressure_kpa")]));
                frameCount++;
            }
        }
        String words = window.named("review-difference", JLabel.class).getText();
        for (String figure : List.of(
                String.format(Locale.ROOT, "%.3f s", (toUs - fromUs) / 1e6),
                String.format(Locale.ROOT, "mean between %.1f kPa", sumKpa / frameCount),
                String.format(Locale.ROOT, "peak between %.1f kPa", peakKpa),
                frameCount + " frames")) {
            check(words.contains(figure), "'" + words + "' does not say " + figure);
        }
        window.shoot(folder.resolve("measured.png"));
    }

    private void selectionIsThatOfTheArchive(ReviewWorkspace review) throws Exception {
        TimeWindow selection = review.model().selection();
        Path out = folder.resolve("selection");
        window.run(() -> review.files().exportSelection("csv", out));
        window.await("the export", review::isIdle);
        check(Files.exists(out.resolve("SHA256SUMS")), review.message());
        String sessionId = review.model().session().entry().sessionId();
        List<String> part = Files.readAllLines(out.resolve(sessionId).resolve("samples.csv"));
        List<String> expected = new ArrayList<>();
        for (String row :
                Files.readAllLines(folder.resolve("whole").resolve(sessionId).resolve("samples.csv"))) {
            boolean head = expected.isEmpty();
            if (head || selection.contains(Long.parseLong(row.substring(0, row.indexOf(','))))) {
                expected.add(row);
            }
        }
        check(expected.size() > 1000 && expected.equals(part), "the very rows of the whole export");
    }

    private void pictures(ReviewWorkspace review) throws Exception {
        for (String ending : PictureFile.ENDINGS) {
            Path file = folder.resolve("picture." + ending);
            window.run(() -> review.files().savePicture(file));
            window.await("the picture", review::isIdle);
            check(Files.size(file) > 10_000, review.message());
        }
        check(ImageIO.read(folder.resolve("picture.png").toFile()).getWidth() == 3360, "three times the screen");
        String svg = Files.readString(folder.resolve("picture.svg"));
        String sessionId = review.model().session().entry().sessionId();
        for (String words :
                List.of(sessionId, "session time, min:s", "mean pressure", "speed", "ceiling", "Quadriceps")) {
            check(svg.contains(words), "the picture does not say " + words);
        }
        check(
                Files.readString(folder.resolve("picture.pdf"), StandardCharsets.ISO_8859_1)
                        .startsWith("%PDF"),
                "PDF");
        String log = Files.readString(data.resolve("exports.jsonl"));
        check(log.contains("picture.svg"), "who deletes the athlete finds the picture");
        Path report = folder.resolve("report.html");
        window.run(() -> review.files().saveReport(report));
        window.await("the report", review::isIdle);
        check(Files.readString(report).contains(sessionId), review.message());
        try (Stream<Path> left = Files.list(folder)) {
            check(left.noneMatch(file -> file.toString().contains(".part")), "something half written is left");
        }
    }

    private void notes(ReviewWorkspace review, String sessionId) throws Exception {
        TimeWindow selection = review.model().selection();
        window.run(() -> review.notes().add("the athlete shifted"));
        window.await("the note", review::isIdle);
        JTable notes = window.named("review-notes", JTable.class);
        check(window.on(notes::getRowCount) == 1, "one note");
        window.run(() -> notes.setRowSelectionInterval(0, 0));
        window.run(() ->
                window.named("review-note-remove", javax.swing.JButton.class).doClick());
        window.await("the removal", () -> review.isIdle() && notes.getRowCount() == 0);
        window.run(() ->
                window.named("review-note-undo", javax.swing.JButton.class).doClick());
        window.await("the note again", () -> review.isIdle() && notes.getRowCount() == 1);
        Path out = folder.resolve("noted");
        done("export", sessionId, "--format", "csv", "--out", out.toString(), "--data", data.toString());
        JsonNode note = JSON.readTree(out.resolve("documents")
                        .resolve(sessionId)
                        .resolve("session.json")
                        .toFile())
                .path("annotations")
                .get(0);
        check(note.path("text").asText().equals("the athlete shifted"), note);
        same(selection.fromUs() / 1000.0, note.path("start_ms").asDouble(), 1e-6, "begin of the note, ms");
        same(selection.toUs() / 1000.0, note.path("end_ms").asDouble(), 1e-6, "end of the note, ms");
    }

    private void keysAreTold(ReviewWorkspace review) throws Exception {
        JComponent panel = review.component();
        KeyStroke f1 = KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0);
        Object name =
                panel.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(f1);
        window.run(() -> panel.getActionMap().get(name).actionPerformed(null));
        Rectangle bounds = window.on(() -> window.named("review-help").getBounds());
        check(bounds.width > 300 && bounds.height > 300, "the help is seen: " + bounds);
        window.shoot(folder.resolve("help.png"));
        window.run(() -> panel.getActionMap().get(name).actionPerformed(null));
    }

    private void pads(ReviewWorkspace review) throws Exception {
        window.run(() -> {
            window.named("review-pad-13", JToggleButton.class).doClick();
            window.named("review-pad-14", JToggleButton.class).doClick();
        });
        window.await("the pads", review::isIdle);
        check(window.named("review-chart-a", SessionChart.class).pads().size() == 2, "two pads");
        window.shoot(folder.resolve("pads.png"));
        check(plot().areas().size() == 6, "pressure, pads, counts, speed, events, states");
    }

    private void compare(ReviewWorkspace review, String second) throws Exception {
        window.run(() -> window.named("review-compare", JToggleButton.class).doClick());
        window.run(() -> review.load(second));
        window.await("the second session", review::isIdle);
        JTable figures = window.named("review-comparison", JTable.class);
        JsonNode summary = JSON.readTree(done("sessions", "show", second, "--json", "--data", data.toString()))
                .path("summary");
        boolean told = false;
        for (int row = 0; row < figures.getRowCount(); row++) {
            if (figures.getValueAt(row, 0).toString().equals("Time in holds, s")) {
                told = figures.getValueAt(row, 2)
                        .toString()
                        .equals(String.format(
                                Locale.ROOT, "%.1f", summary.path("hold_ms").asLong() / 1000.0));
            }
        }
        check(told, "time in holds of the second session");
        ReviewModel model = review.model();
        window.run(() -> model.show(new TimeWindow(10_000_000, 30_000_000), ""));
        check(window.named("review-chart-b", SessionChart.class).isShowing(), "both are shown");
    }

    private static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

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
