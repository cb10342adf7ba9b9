package org.rollscope.viewer.athlete;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.session.LiveMetrics;
import org.rollscope.viewer.chart.LiveChart;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.HoldProgress;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.model.RollerCard;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.CoachBar;
import org.rollscope.viewer.orders.HoleFiller;
import org.rollscope.viewer.orders.Orders;
import org.rollscope.viewer.parts.HoldRing;
import org.rollscope.viewer.parts.PadMap;
import org.rollscope.viewer.parts.PlainKeys;
import org.rollscope.viewer.sound.Sounds;

/**
 * The view of the selected roller, to be read from three metres.
 *
 * <p>Keys, where nobody types: P and 0 to 10 pain, R it let go, M marker, G a guided routine, N its next place, Q sound or quiet, C the chart large or small, F2 the coach's bar.
 * <b>Threads.</b> Event dispatch thread.
 */
public final class AthleteWorkspace {
    private static final int GAP_PX = 10;
    private static final int DIGITS = 10;

    private final Orders orders;
    private final AthleteSays said;
    private final HostClock clock;
    private final ViewerModel model;
    private final HoleFiller holes;
    private final JPanel panel = new JPanel(new BorderLayout(0, GAP_PX));
    private final JPanel view = new JPanel(new GridBagLayout());
    private final JPanel bars = new JPanel();
    private final JPanel ringAndSpeed = new JPanel(new GridBagLayout());
    private final AdviceCard advice = new AdviceCard();
    private final RoutineStrip routine;
    private final PressureCard pressure = new PressureCard();
    private final HoldRing ring = new HoldRing();
    private final SpeedGauge speed = new SpeedGauge();
    private final PadMap padMap = new PadMap();
    private final LiveChart chart;
    private final AthleteBar bar;
    private final CoachBar coach;
    private final Sounds sounds;
    private final PainKeys painKeys = new PainKeys();
    private boolean chartLarge;
    private long spanMs;

    /**
     * Builds it.
     *
     * @param model what is shown.
     * @param orders takes what the athlete says.
     * @param holes asks for frames that are missing.
     * @param chartSpanMs time that the chart shows.
     */
    public AthleteWorkspace(ViewerModel model, Orders orders, HoleFiller holes, long chartSpanMs) {
        this.model = model;
        this.orders = orders;
        this.holes = holes;
        this.spanMs = chartSpanMs;
        clock = model.clock();
        said = new AthleteSays(model, orders, this::showOrders);
        routine = new RoutineStrip(orders.isReadOnly(), said);
        chart = new LiveChart(chartSpanMs);
        chart.component().setName("chart");
        for (JComponent sized : List.of(chart.component(), pressure.component(), ringAndSpeed, routine.component())) {
            sized.setPreferredSize(new Dimension(10, 10)); // shares of the room decide, not what each would like
            sized.setMinimumSize(new Dimension(10, 10));
        }
        sounds = new Sounds(clock);
        bar = new AthleteBar(orders.isReadOnly(), new BarActions());
        coach = new CoachBar(orders, "coach", this::focus);
        coach.hideAnswer();
        coach.component().setVisible(false);
        ringAndSpeed.setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        ringAndSpeed.add(ring, place(0, 0, 1, 0.75, 0));
        ringAndSpeed.add(speed, place(0, 1, 1, 0.25, 0));
        lay();
        bars.setLayout(new BoxLayout(bars, BoxLayout.Y_AXIS));
        bars.add(coach.component());
        bars.add(bar.component());
        panel.setName("athlete");
        panel.setFocusable(true);
        view.setBorder(BorderFactory.createEmptyBorder(0, 14, 0, 14));
        panel.add(view, BorderLayout.CENTER);
        panel.add(bars, BorderLayout.SOUTH);
        bindKeys();
    }

    /** Advice over a routine's progress over cards over chart; a large chart takes the room of the cards. */
    private void lay() {
        chart.showSmall(!chartLarge);
        view.removeAll();
        view.add(advice, place(0, 0, 3, 0.2, 0));
        pressure.component().setVisible(!chartLarge);
        ringAndSpeed.setVisible(!chartLarge);
        padMap.setVisible(!chartLarge);
        view.add(routine.component(), place(0, 1, 3, 0.08, GAP_PX));
        view.add(pressure.component(), wide(place(0, 2, 1, 0.47, GAP_PX), 0.31, 0));
        view.add(ringAndSpeed, wide(place(1, 2, 1, 0.47, GAP_PX), 0.25, GAP_PX));
        view.add(padMap, wide(place(2, 2, 1, 0.47, GAP_PX), 0.44, GAP_PX));
        view.add(chart.component(), place(0, 3, 3, 0.33, GAP_PX));
        view.revalidate();
        view.repaint();
    }

    private static GridBagConstraints place(int column, int row, int width, double share, int abovePx) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = column;
        place.gridy = row;
        place.gridwidth = width;
        place.weightx = 1;
        place.weighty = share;
        place.fill = GridBagConstraints.BOTH;
        place.insets = new Insets(abovePx, 0, 0, 0);
        return place;
    }

    private static GridBagConstraints wide(GridBagConstraints place, double share, int leftPx) {
        place.weightx = share;
        place.insets.left = leftPx;
        return place;
    }

    private void bindKeys() {
        PlainKeys.bind(panel, "C", () -> showChartLarge(!chartLarge));
        PlainKeys.bind(panel, "Q", () -> setQuiet(!isQuiet()));
        if (orders.isReadOnly()) {
            return;
        }
        PlainKeys.bind(panel, "P", () -> painKeys.ask(clock.monotonicNs()));
        PlainKeys.bind(panel, "ESCAPE", painKeys::cancel);
        PlainKeys.bind(panel, "R", said::feltRelease);
        PlainKeys.bind(panel, "M", said::marker);
        PlainKeys.bind(panel, "G", bar::askMoment);
        PlainKeys.bind(panel, "N", said::skip);
        PlainKeys.bind(panel, "F2", () -> showCoach(!coach.component().isVisible()));
        for (int digit = 0; digit < DIGITS; digit++) {
            int typed = digit;
            for (String stroke : List.of("", "NUMPAD")) {
                PlainKeys.bind(panel, stroke + digit, () -> said.pain(painKeys.digit(typed, clock.monotonicNs())));
            }
        }
    }

    public JComponent component() {
        return panel;
    }

    /** Gives the keyboard to the view. */
    public void focus() {
        panel.requestFocusInWindow();
    }

    /** Time that the chart shows. */
    public void setSpanMs(long newSpanMs) {
        spanMs = newSpanMs;
        chart.setSpanMs(newSpanMs);
    }

    public boolean isQuiet() {
        return sounds.isQuiet();
    }

    /** No tones, or tones; quiet at first. */
    public void setQuiet(boolean quiet) {
        sounds.setQuiet(quiet);
        bar.showSound(!quiet);
    }

    public boolean isChartLarge() {
        return chartLarge;
    }

    /** The chart in the place of the cards, or a strip below them. */
    public void showChartLarge(boolean large) {
        chartLarge = large;
        lay();
    }

    private void showCoach(boolean shown) {
        coach.component().setVisible(shown);
        bar.showCoach(shown);
        panel.revalidate();
    }

    /** Frames that were missing and came late, so far. */
    public long filledFrameCount() {
        return holes.filledFrameCount();
    }

    /** Takes what is new of the selected roller. */
    public void refresh(Readout readout) {
        boolean live = readout.freshness().level() != Freshness.Level.LOST;
        advice.show(readout, geometry().tool());
        routine.show(readout);
        bar.showGuided(readout.routine() != null && !readout.routine().isOver());
        pressure.show(readout);
        HoldProgress hold = live ? held() : HoldProgress.NONE;
        ring.show(hold, readout.holdText(), releaseIsTold());
        speed.setVisible(geometry().tool().rolls());
        speed.show(readout.speedText(), live ? speedMmPerS() : Double.NaN, readout.activity());
        if (live) {
            holes.look(spanMs);
        }
        chart.refresh(model, live);
        model.lookAtSelected(roller -> {
            padMap.show(roller.geometry(), roller.pads(), chart.upperKpa(), live);
            return roller.rollerId();
        });
        sounds.hear(model.selectedRollerId(), readout.advice(), hold.releasedMs() >= 0);
        // A key that waits behind this look was typed before it, and may be the 0 of a ten.
        if (Toolkit.getDefaultToolkit().getSystemEventQueue().peekEvent(KeyEvent.KEY_PRESSED) == null) {
            said.pain(painKeys.elapsed(clock.monotonicNs()));
        }
        bar.askPain(painKeys.isAsked());
        showOrders();
    }

    private HoldProgress held() {
        HoldProgress hold = model.lookAtSelected(roller -> roller.hold());
        return hold == null ? HoldProgress.NONE : hold;
    }

    private PadGeometry geometry() {
        PadGeometry known = model.lookAtSelected(roller -> roller.geometry());
        return known == null ? PadGeometry.REFERENCE : known;
    }

    /** On a ball and with a stick nothing looks for releases. */
    private boolean releaseIsTold() {
        return ToolProfile.tells(geometry().geometryId(), EventType.RELEASE);
    }

    private double speedMmPerS() {
        Double found = model.lookAtSelected(roller -> {
            LiveMetrics figures = roller.live();
            return figures == null || figures.activity() == Activity.IDLE ? Double.NaN : figures.speedMmPerS();
        });
        return found == null ? Double.NaN : found;
    }

    private void showOrders() {
        RollerCard card = model.selectedCard();
        String otherwise = sounds.words();
        if (otherwise.isEmpty()) {
            otherwise = Texts.of(orders.isReadOnly() ? "orders.read_only" : "athlete.keys");
        }
        bar.answer().show(card == null ? null : orders.last(card.rollerId()), otherwise);
        coach.address(card);
    }

    public void restyle(Palette palette, Font font) {
        for (JComponent ground : List.of(panel, view, bars)) {
            ground.setBackground(palette.ground());
        }
        ringAndSpeed.setBackground(palette.panel());
        advice.restyle(palette, font);
        routine.restyle(palette, font);
        pressure.restyle(palette, font);
        ring.restyle(palette, font);
        speed.restyle(palette, font);
        padMap.restyle(palette, font);
        chart.restyle(palette, font);
        bar.restyle(palette, font);
        coach.restyle(palette, font);
    }

    /** Paints the chart once, for measuring. */
    public void paintChartOnce(Graphics2D g2, int widthPx, int heightPx) {
        chart.paintOnce(g2, widthPx, heightPx);
    }

    private final class BarActions implements AthleteBar.Actions {
        @Override
        public void pain(int painNrs) {
            said.pain(painNrs);
        }

        @Override
        public void feltRelease() {
            said.feltRelease();
        }

        @Override
        public void marker() {
            said.marker();
        }

        @Override
        public void guide(RollContext context, boolean warmedUp) {
            said.guide(context, warmedUp);
        }

        @Override
        public void sound(boolean wanted) {
            setQuiet(!wanted);
        }

        @Override
        public void coach(boolean wanted) {
            showCoach(wanted);
        }
    }
}
