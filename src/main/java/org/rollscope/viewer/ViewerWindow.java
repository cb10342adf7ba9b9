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
import java.awt.GraphicsDevice;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.CommandSender;
import org.rollscope.viewer.athlete.AthleteWorkspace;
import org.rollscope.viewer.connect.BrokerLogin;
import org.rollscope.viewer.connect.ConnectionDialog;
import org.rollscope.viewer.connect.Connections;
import org.rollscope.viewer.connect.Link;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Readout;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.parts.HeaderBar;
import org.rollscope.viewer.parts.StatusLine;
import org.rollscope.viewer.review.ReviewWorkspace;
import org.rollscope.viewer.wall.CoachWall;

/**
 * The window: menus, header, one of the workspaces, status line; looks at the model twenty times a second.
 *
 * <p><b>Threads.</b> Event dispatch thread only, but for {@link #keep}.
 */
final class ViewerWindow implements ViewerMenu.Choices {
    static final int TICK_MS = 50;
    private static final Dimension LEAST_SIZE = new Dimension(900, 640);

    private final ViewerDesk desk;
    private final Consumer<Link> onLink;
    private final JFrame frame = new JFrame(Texts.of("window.title"));
    private final JPanel content = new JPanel(new BorderLayout());
    private final CardLayout cards = new CardLayout();
    private final JPanel views = new JPanel(cards);
    private final HeaderBar header;
    private final ViewerMenu menu;
    private final StatusLine status = new StatusLine();
    private final @Nullable ReviewWorkspace review;
    private final Timer timer = new Timer(TICK_MS, event -> tick());
    private LiveViews live;
    private @Nullable BrokerLogin login;
    private Workspace opened;
    private volatile ViewerSettings settings;

    /**
     * Builds the window; {@link #open} shows it.
     *
     * @param desk what it is opened with.
     * @param settings looks and size.
     * @param onLink given the ways to another broker when one was chosen.
     * @param onClosed called when it is closed.
     */
    ViewerWindow(ViewerDesk desk, ViewerSettings settings, Consumer<Link> onLink, Runnable onClosed) {
        this.desk = desk;
        this.settings = settings;
        this.onLink = onLink;
        List<Workspace> present = desk.workspaces();
        opened = present.contains(settings.workspace()) ? settings.workspace() : present.get(0);
        review = desk.library() == null ? null : new ReviewWorkspace(desk.library());
        if (review != null) {
            review.arrange(settings.reviewLayout());
        }
        header = new HeaderBar(
                settings.chartSpanMs(),
                rollerId -> live.model().select(rollerId),
                this::showSpanMs,
                present,
                this::open);
        menu = new ViewerMenu(this, present, desk.connections() != null);
        frame.setJMenuBar(menu.bar());
        content.add(header.component(), BorderLayout.NORTH);
        live = views(desk.link().sender());
        login = desk.link().login();
        if (review != null) {
            views.add(review.component(), Workspace.REVIEW.word());
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
                remember();
                if (review != null) {
                    review.close();
                }
                onClosed.run();
            }
        });
        restyle();
        place(settings.place());
    }

    private LiveViews views(@Nullable CommandSender sender) {
        LiveViews made = new LiveViews(sender, desk.clock(), settings, rollerId -> open(Workspace.ATHLETE));
        views.add(made.athlete().component(), Workspace.ATHLETE.word());
        views.add(made.wall().component(), Workspace.WALL.word());
        return made;
    }

    private void place(WindowPlace place) {
        frame.setMinimumSize(LEAST_SIZE);
        frame.setSize(place.widthPx(), place.heightPx());
        if (place.isOnScreen()) {
            frame.setLocation(place.corner().xPx(), place.corner().yPx());
        } else {
            frame.setLocationByPlatform(true);
        }
        if (place.maximised()) {
            frame.setExtendedState(java.awt.Frame.MAXIMIZED_BOTH);
        }
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                placed();
            }

            @Override
            public void componentMoved(ComponentEvent event) {
                placed();
            }
        });
    }

    /** Keeps in mind where the window lies; of one that fills the screen, where it came from. */
    private void placed() {
        WindowPlace before = settings.place();
        boolean maximised = (frame.getExtendedState() & java.awt.Frame.MAXIMIZED_BOTH) == java.awt.Frame.MAXIMIZED_BOTH;
        if (maximised || screen().getFullScreenWindow() == frame) {
            settings = settings.withPlace(
                    new WindowPlace(before.corner(), before.widthPx(), before.heightPx(), maximised));
        } else if (frame.getWidth() >= LEAST_SIZE.width && frame.getHeight() >= LEAST_SIZE.height) {
            WindowPlace.Corner corner = new WindowPlace.Corner(true, frame.getX(), frame.getY());
            settings = settings.withPlace(new WindowPlace(corner, frame.getWidth(), frame.getHeight(), false));
        }
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
        open(opened);
        timer.start();
    }

    void close() {
        frame.dispose();
    }

    JFrame frame() {
        return frame;
    }

    /** Shows the rollers of another broker. */
    void show(Link link) {
        LiveViews before = live;
        live = views(link.sender());
        login = link.login();
        views.remove(before.athlete().component());
        views.remove(before.wall().component());
        restyle();
        open(opened);
    }

    /** Paints the chart once, for measuring. */
    void paintChartOnce(Graphics2D g2, int widthPx, int heightPx) {
        live.athlete().paintChartOnce(g2, widthPx, heightPx);
    }

    @Override
    public void toggleTheme() {
        settings = settings.withTheme(settings.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
        installLook(settings.theme());
        FlatLaf.updateUI();
        changed();
    }

    @Override
    public void show(PressureUnit unit) {
        settings = settings.withUnit(unit);
        PressureUnit.show(unit);
        changed();
    }

    @Override
    public void speak(Language language) {
        settings = settings.withLanguage(language);
        remember();
        if (language != Texts.language()) {
            JOptionPane.showMessageDialog(frame, Texts.of("language.next_start", language.ownName()));
        }
    }

    @Override
    public void connect() {
        Connections connections = desk.connections();
        if (connections != null) {
            new ConnectionDialog(frame, connections, login, onLink).open();
        }
    }

    @Override
    public void toggleFullScreen() {
        GraphicsDevice screen = screen();
        screen.setFullScreenWindow(screen.getFullScreenWindow() == frame ? null : frame);
    }

    private GraphicsDevice screen() {
        return frame.getGraphicsConfiguration().getDevice();
    }

    @Override
    public void about() {
        AboutBox.of(frame).setVisible(true);
    }

    @Override
    public void quit() {
        close();
    }

    private void showSpanMs(long spanMs) {
        settings = settings.withChartSpanMs(spanMs);
        live.athlete().setSpanMs(spanMs);
    }

    private void changed() {
        restyle();
        tick();
        remember();
    }

    private void remember() {
        settings = settings.withQuiet(live.athlete().isQuiet()).withWorkspace(opened);
        if (review != null) {
            settings = settings.withReviewLayout(review.layout());
        }
        keep();
    }

    /** Keeps what is known; from any thread, as when the process is told to end. */
    void keep() {
        desk.memory().keep(settings);
    }

    private void restyle() {
        Palette palette = Palette.of(settings.theme());
        Font base = UIManager.getFont("defaultFont");
        Font font = base == null ? frame.getContentPane().getFont() : base;
        content.setBackground(palette.ground());
        views.setBackground(palette.ground());
        live.wall().restyle(palette, font);
        live.athlete().restyle(palette, font);
        if (review != null) {
            review.restyle(palette, font);
        }
        header.restyle(palette, font);
        status.restyle(palette, font);
        menu.show(opened, settings.theme());
        frame.repaint();
    }

    @Override
    public void open(Workspace workspace) {
        opened = workspace;
        settings = settings.withWorkspace(workspace);
        cards.show(views, workspace.word());
        header.showView(workspace);
        menu.show(workspace, settings.theme());
        status.component().setVisible(workspace != Workspace.REVIEW);
        if (workspace == Workspace.WALL) {
            live.wall().focus();
        } else if (workspace == Workspace.ATHLETE) {
            live.athlete().focus();
        } else if (review != null) {
            review.focus();
        }
        tick();
    }

    /** Shows recorded sessions, and one of them or a file when it is named. */
    void openReview(@Nullable String fileOrSessionId) {
        if (review != null) {
            open(Workspace.REVIEW);
            if (fileOrSessionId != null) {
                review.show(fileOrSessionId);
            }
        }
    }

    /** The review, for tests. */
    @Nullable
    ReviewWorkspace review() {
        return review;
    }

    /** The view of one roller. */
    AthleteWorkspace athlete() {
        return live.athlete();
    }

    /** What is shown, for tests. */
    ViewerModel model() {
        return live.model();
    }

    /** The wall, for tests. */
    CoachWall wall() {
        return live.wall();
    }

    /** Looks at the model and repaints what changed. */
    void tick() {
        if (opened == Workspace.REVIEW) {
            return;
        }
        ViewerModel model = live.model();
        if (opened == Workspace.WALL) {
            live.wall().refresh(model);
            status.show(model.commonReadout(), model.lastUnreadable());
            return;
        }
        Readout readout = model.readout();
        header.show(model.rollerIds(), model.selectedRollerId(), readout.freshness());
        live.athlete().refresh(readout);
        status.show(readout, model.lastUnreadable());
    }
}
