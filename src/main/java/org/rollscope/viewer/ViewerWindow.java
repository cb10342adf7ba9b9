package org.rollscope.viewer;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Locale;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.athlete.AthleteWorkspace;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.HoleFiller;
import org.rollscope.viewer.orders.Orders;
import org.rollscope.viewer.parts.HeaderBar;
import org.rollscope.viewer.parts.StatusLine;
import org.rollscope.viewer.review.ReviewWorkspace;
import org.rollscope.viewer.wall.CoachWall;

/**
 * The window: header, chart over pad map, figures at the side, status line; looks at the model twenty times a second.
 *
 * <p><b>Threads.</b> Event dispatch thread only.
 */
final class ViewerWindow {
    static final int TICK_MS = 50;
    private static final Dimension LEAST_SIZE = new Dimension(900, 640);

    private final ViewerModel model;
    private final Runnable onClosed;
    private final JFrame frame = new JFrame(Texts.of("window.title"));
    private final JPanel content = new JPanel(new BorderLayout());
    private final AthleteWorkspace athlete;
    private final CardLayout cards = new CardLayout();
    private final JPanel views = new JPanel(cards);
    private final CoachWall wall;
    private final HeaderBar header;
    private boolean wallOpen;
    private final @Nullable ReviewWorkspace review;
    private boolean reviewOpen;
    private final StatusLine status = new StatusLine();
    private final Timer timer = new Timer(TICK_MS, event -> tick());
    private Theme theme;

    ViewerWindow(
            ViewerModel model,
            Orders orders,
            HoleFiller holes,
            ViewerSettings settings,
            Runnable onClosed,
            @Nullable SessionLibrary library) {
        this.model = model;
        this.onClosed = onClosed;
        this.theme = settings.theme();
        this.athlete = new AthleteWorkspace(model, orders, holes, settings.chartSpanMs());
        this.header = new HeaderBar(
                settings.chartSpanMs(), model::select, athlete::setSpanMs, this::toggleTheme, this::openView);
        this.wall = new CoachWall(orders, rollerId -> {
            model.select(rollerId);
            openView(false);
        });
        content.add(header.component(), BorderLayout.NORTH);
        views.add(athlete.component(), "athlete");
        views.add(wall.component(), "wall");
        review = library == null ? null : new ReviewWorkspace(library);
        if (review != null) {
            views.add(review.component(), "review");
            header.offerReview(() -> openReview(null));
        }
        content.add(views, BorderLayout.CENTER);
        content.add(status.component(), BorderLayout.SOUTH);
        content.setFocusable(true);
        frame.setContentPane(content);
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                timer.stop();
                if (review != null) {
                    review.close();
                }
                ViewerWindow.this.onClosed.run();
            }
        });
        restyle();
        frame.setMinimumSize(LEAST_SIZE);
        frame.setSize(settings.widthPx(), settings.heightPx());
        frame.setLocationByPlatform(true);
    }

    /** Puts the look in place; before any component is made. */
    static void installLook(Theme theme) {
        Palette palette = Palette.of(theme);
        FlatLaf.setGlobalExtraDefaults(Map.of(
                "@background", hex(palette.ground()),
                "@foreground", hex(palette.ink()),
                "@accentColor", hex(palette.mean()),
                "ToggleButton.selectedBackground", hex(palette.mean()),
                "ToggleButton.selectedForeground", hex(Palette.inkOn(palette.mean()))));
        if (theme == Theme.DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }

    void open() {
        frame.setVisible(true);
        // Not the first box of the header: nothing is being typed.
        content.requestFocusInWindow();
        tick();
        timer.start();
    }

    void close() {
        frame.dispose();
    }

    JFrame frame() {
        return frame;
    }

    /** Paints the chart once, for measuring. */
    void paintChartOnce(Graphics2D g2, int widthPx, int heightPx) {
        athlete.paintChartOnce(g2, widthPx, heightPx);
    }

    void toggleTheme() {
        theme = theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
        installLook(theme);
        FlatLaf.updateUI();
        restyle();
        tick();
    }

    private void restyle() {
        Palette palette = Palette.of(theme);
        Font base = UIManager.getFont("defaultFont");
        Font font = base == null ? frame.getContentPane().getFont() : base;
        content.setBackground(palette.ground());
        views.setBackground(palette.ground());
        wall.restyle(palette, font);
        if (review != null) {
            review.restyle(palette, font);
        }
        athlete.restyle(palette, font);
        header.restyle(palette, font);
        status.restyle(palette, font);
        frame.repaint();
    }

    /** Shows all rollers, or the selected one. */
    void openView(boolean allRollers) {
        wallOpen = allRollers;
        reviewOpen = false;
        status.component().setVisible(true);
        cards.show(views, allRollers ? "wall" : "athlete");
        header.showView(allRollers);
        if (allRollers) {
            wall.focus();
        } else {
            athlete.focus();
        }
        tick();
    }

    /** Shows recorded sessions, and one of them or a file when it is named. */
    void openReview(@Nullable String fileOrSessionId) {
        if (review == null) {
            return;
        }
        wallOpen = false;
        reviewOpen = true;
        cards.show(views, "review");
        header.showReview();
        status.component().setVisible(false);
        review.focus();
        if (fileOrSessionId != null) {
            review.show(fileOrSessionId);
        }
        tick();
    }

    /** The review, for tests. */
    @Nullable
    ReviewWorkspace review() {
        return review;
    }

    /** The view of one roller. */
    AthleteWorkspace athlete() {
        return athlete;
    }

    /** What is shown, for tests. */
    ViewerModel model() {
        return model;
    }

    /** The wall, for tests. */
    CoachWall wall() {
        return wall;
    }

    /** Looks at the model and repaints what changed. */
    void tick() {
        if (wallOpen) {
            wall.refresh(model);
            status.show(model.commonReadout(), model.lastUnreadable());
            return;
        }
        if (reviewOpen) {
            return;
        }
        Readout readout = model.readout();
        header.show(model.rollerIds(), model.selectedRollerId(), readout.freshness());
        athlete.refresh(readout);
        status.show(readout, model.lastUnreadable());
    }
}
