package org.rollscope.viewer.review;

import java.awt.BorderLayout;
import java.awt.Font;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.PadGeometry;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;

/**
 * The workspace for recorded sessions: choose one, look, measure, compare, annotate, give away.
 *
 * <p><b>Threads.</b> Event dispatch thread; the library works on a thread of its own, so that the window never waits.
 */
public final class ReviewWorkspace {
    private final SessionLibrary library;
    private final JPanel panel = new JPanel(new BorderLayout());
    private final WorkLine workLine;
    private final Background background;
    private final SessionTable sessions;
    private final EventTable events = new EventTable();
    private final PadChooser pads;
    private final SessionNotes notes;
    private final ComparisonTable comparison = new ComparisonTable();
    private final TrendChart trends = new TrendChart();
    private final EffectPanel effect;
    private final Stage stage = new Stage();
    private final ReviewBar bar;
    private final KeyHelp help = new KeyHelp();
    private final ReviewFiles files;
    private final JSplitPane left = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
    private final JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);
    private final JTabbedPane tabs = new JTabbedPane();
    private boolean listed;

    /**
     * Builds it; nothing is read until {@link #focus}.
     *
     * @param library closed with {@link #close}.
     */
    public ReviewWorkspace(SessionLibrary library) {
        this.library = library;
        workLine = new WorkLine(this::cancel);
        background = new Background(workLine);
        effect = new EffectPanel(library, background);
        files = new ReviewFiles(panel, library, background, stage, workLine);
        sessions = new SessionTable(this::chosen, this::openFile, this::refresh);
        pads = new PadChooser(this::choosePads);
        notes = new SessionNotes(library, background, stage, files);
        bar = new ReviewBar(new Ordered(), this::compare, stage::setLinked);
        build();
        keys();
    }

    private void build() {
        tabs.setName("review-tabs");
        tabs.addTab(Texts.of("review.events"), events.component());
        tabs.addTab(Texts.of("review.pads"), pads.component());
        tabs.addTab(Texts.of("review.notes"), notes.component());
        tabs.addTab(Texts.of("review.compare"), comparison.component());
        tabs.addTab(Texts.of("review.trends"), trends);
        tabs.addTab(Texts.of("review.effect"), effect.component());
        left.setTopComponent(sessions.component());
        left.setBottomComponent(tabs);
        left.setResizeWeight(0.4);
        left.setBorder(BorderFactory.createEmptyBorder());
        JPanel right = new JPanel(new BorderLayout());
        right.setOpaque(false);
        right.add(bar.component(), BorderLayout.NORTH);
        right.add(stage.component(), BorderLayout.CENTER);
        all.setLeftComponent(left);
        all.setRightComponent(right);
        all.setResizeWeight(0.3);
        arrange(ReviewLayout.usual());
        all.setBorder(BorderFactory.createEmptyBorder());
        panel.add(all, BorderLayout.CENTER);
        panel.add(workLine.component(), BorderLayout.SOUTH);
        panel.setName("review");
        panel.putClientProperty(ReviewWorkspace.class, this);
        panel.setFocusable(true);
    }

    private void keys() {
        ChartKeys.onWithin(panel, "F1", () -> help.toggle(panel));
        ChartKeys.onWithin(panel, "F5", this::refresh);
        ChartKeys.onWithin(panel, "ctrl O", this::openFile);
        ChartKeys.onWithin(panel, "ctrl F", () -> sessions.filter().requestFocusInWindow());
        ChartKeys.onWithin(panel, "ctrl L", sessions::focus);
        ChartKeys.onWithin(panel, "ctrl D", this::focusChart);
        ChartKeys.onWithin(panel, "ctrl E", () -> files.showMenu(bar.exportButton()));
        ChartKeys.onWithin(panel, "ctrl P", files::askForPicture);
        ChartKeys.onWithin(panel, "ctrl R", files::askForReport);
        ChartKeys.onWithin(panel, "ctrl K", bar::toggleCompare);
        ChartKeys.onWithin(panel, "ctrl N", notes::ask);
        ChartKeys.onWithin(panel, "ctrl Z", notes::putBack);
        for (int tab = 0; tab < tabs.getTabCount(); tab++) {
            int wanted = tab;
            ChartKeys.onWithin(panel, "alt " + (tab + 1), () -> tabs.setSelectedIndex(wanted));
        }
    }

    public JComponent component() {
        return panel;
    }

    /** Puts the dividers where they stood. */
    public void arrange(ReviewLayout layout) {
        all.setDividerLocation(layout.leftPx());
        left.setDividerLocation(layout.sessionsPx());
    }

    /** Where the dividers stand. */
    public ReviewLayout layout() {
        return new ReviewLayout(Math.max(0, all.getDividerLocation()), Math.max(0, left.getDividerLocation()));
    }

    /** Takes colours and the font of the look. */
    public void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        workLine.restyle(palette, font);
        sessions.restyle(palette, font);
        events.restyle(palette, font);
        pads.restyle(palette, font);
        notes.restyle(palette, font);
        comparison.restyle(palette, font);
        comparison.show(stage.first(), stage.second());
        trends.restyle(palette, font);
        effect.restyle(palette, font);
        stage.restyle(palette, font);
        bar.restyle(palette, font);
        help.restyle(palette, font);
        panel.repaint();
    }

    /** Takes the keyboard; reads the list of sessions the first time. */
    public void focus() {
        if (!listed) {
            refresh();
        }
        if (stage.chart() == null) {
            sessions.focus();
        } else {
            focusChart();
        }
    }

    private void focusChart() {
        SessionChart chart = stage.chart();
        if (chart != null) {
            chart.requestFocusInWindow();
        }
    }

    /** Ends all works and gives back what opened files took. */
    public void close() {
        background.cancel();
        background.afterAll(library::close);
        background.close();
    }

    /** Opens a recording or a session, as named on a command line. */
    public void show(String fileOrSessionId) {
        if (fileOrSessionId.endsWith(".rsw")) {
            open(Path.of(fileOrSessionId));
        } else {
            load(fileOrSessionId);
        }
    }

    /** Whether nothing is going on, for tests. */
    boolean isIdle() {
        return background.isIdle();
    }

    /** What is looked at of the first session, for tests. */
    @Nullable
    ReviewModel model() {
        return stage.model();
    }

    ReviewFiles files() {
        return files;
    }

    SessionNotes notes() {
        return notes;
    }

    String message() {
        return workLine.text();
    }

    private void refresh() {
        listed = true;
        background.run("list", Texts.of("review.work.list", library.place()), library::sessions, this::showList);
    }

    private void showList(List<SessionEntry> entries) {
        sessions.show(entries);
        if (entries.isEmpty()) {
            workLine.say(Texts.of("review.none", library.place()));
        }
        ReviewedSession shown = stage.first();
        trends.show(entries, shown == null ? null : shown.entry());
    }

    private void chosen(SessionEntry entry) {
        load(entry.sessionId());
    }

    private void openFile() {
        Path file = files.choice().recording();
        if (file != null) {
            open(file);
        }
    }

    void open(Path file) {
        background.run("load", Texts.of("review.work.open", file), progress -> library.open(file, progress), entry -> {
            refresh();
            load(entry.sessionId());
        });
    }

    /** A session with what people wrote about it. */
    private record Loaded(ReviewedSession session, List<Note> notes) {}

    void load(String sessionId) {
        background.run(
                "load",
                Texts.of("review.work.load", sessionId),
                progress -> new Loaded(library.load(sessionId, progress), library.notes(sessionId)),
                this::loaded);
    }

    private void loaded(Loaded loaded) {
        ReviewedSession session = loaded.session();
        sessions.mark(session.entry().sessionId());
        if (bar.comparing() && stage.model() != null) {
            stage.showSecond(session);
            comparison.show(stage.first(), session);
            return;
        }
        stage.showFirst(session);
        ReviewModel model = stage.model();
        if (model != null) {
            model.listen(() -> bar.show(model));
            bar.show(model);
            events.show(model);
        }
        SessionChart chart = stage.chart();
        if (chart != null) {
            ChartKeys.on(chart, "N", notes::ask);
        }
        pads.show(PadGeometry.of(session.entry().record().hello().geometryId()));
        notes.opened(loaded.notes());
        trends.show(sessions.entries(), session.entry());
        comparison.show(session, null);
        effect.sessionShown(session.entry().sessionId());
        focusChart();
    }

    private void compare(boolean wanted) {
        if (wanted) {
            workLine.say(Texts.of("review.compare.choose"));
            tabs.setSelectedComponent(comparison.component());
            sessions.focus();
        } else if (stage.model() != null) {
            stage.showSecond(null);
            comparison.show(stage.first(), null);
        }
    }

    private void choosePads(List<Integer> padIndexes) {
        ReviewedSession session = stage.first();
        SessionChart chart = stage.chart();
        if (session == null || chart == null) {
            return;
        }
        if (padIndexes.isEmpty()) {
            background.cancelKind("pads");
            chart.showPads(List.of());
            return;
        }
        background.run(
                "pads",
                Texts.of("review.work.pads"),
                progress -> library.pads(session, padIndexes, progress),
                traces -> {
                    if (stage.chart() == chart) {
                        chart.showPads(traces);
                    }
                });
    }

    private void cancel() {
        background.cancel();
        workLine.say(Texts.of("review.cancelled"));
    }

    /** The buttons over the chart. */
    private final class Ordered implements ReviewBar.Orders {
        private void withModel(java.util.function.Consumer<ReviewModel> order) {
            ReviewModel model = stage.model();
            if (model != null) {
                order.accept(model);
                focusChart();
            }
        }

        @Override
        public void whole() {
            withModel(ReviewModel::showWhole);
        }

        @Override
        public void back() {
            withModel(ReviewModel::back);
        }

        @Override
        public void forth() {
            withModel(ReviewModel::forth);
        }

        @Override
        public void exportMenu(JComponent under) {
            files.showMenu(under);
        }

        @Override
        public void picture() {
            files.askForPicture();
        }

        @Override
        public void report() {
            files.askForReport();
        }

        @Override
        public void help() {
            help.toggle(panel);
        }
    }
}
