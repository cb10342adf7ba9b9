package org.rollscope.viewer.wall;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.RollerCard;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.Orders;

/**
 * All panels in one component with one repaint; what seldom changes lies in one image behind the lines.
 *
 * <p>Arrow keys, Home, End and the right button choose a panel, Enter and Space open it, as a click does. <b>Threads.</b> Event dispatch thread.
 */
final class WallView extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int FOCUS_PX = 3;

    private final transient Orders orders;
    private final transient Consumer<String> onOpen;
    private transient BiConsumer<Integer, Integer> onMenu = (xPx, yPx) -> {};
    private final transient Map<String, Panel> panels = new HashMap<>();
    private transient List<Panel> placed = List.of();
    private transient WallGrid grid = new WallGrid(1, WallGrid.LEAST);
    private transient Palette palette = Palette.LIGHT;
    private transient @Nullable PanelPainter painter;
    private final transient FaceImage faces = new FaceImage();
    private Dimension seen = WallGrid.LEAST;
    private @Nullable String chosenRollerId;

    /** One roller on the wall. */
    private static final class Panel {
        private final PanelTrace trace = new PanelTrace(Quantity.MEAN_PRESSURE);
        private RollerCard card;
        private PanelFace face;
        private long drawnHeardCount = -1;
        private int drawnColumnCount;

        Panel(RollerCard card) {
            this.card = card;
            this.face = PanelFace.of(card, null, 0);
        }
    }

    WallView(Orders orders, Consumer<String> onOpen) {
        this.orders = orders;
        this.onOpen = onOpen;
        setName("wall");
        setFocusable(true);
        setOpaque(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                int place = grid.placeAt(event.getX(), event.getY(), placed.size());
                if (place < 0) {
                    return;
                }
                choose(place);
                requestFocusInWindow();
                if (event.getButton() == MouseEvent.BUTTON1 && !event.isControlDown()) {
                    open();
                } else {
                    onMenu.accept(event.getX(), event.getY());
                }
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                if (chosenPlace() < 0 && !placed.isEmpty()) {
                    choose(0);
                }
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
        key("LEFT", () -> choose(chosenPlace() - 1));
        key("RIGHT", () -> choose(chosenPlace() + 1));
        key("UP", () -> choose(chosenPlace() - grid.columnCount()));
        key("DOWN", () -> choose(chosenPlace() + grid.columnCount()));
        key("HOME", () -> choose(0));
        key("END", () -> choose(placed.size() - 1));
        key("ENTER", this::open);
        key("SPACE", this::open);
        key("CONTEXT_MENU", this::menuOfChosen);
        key("shift F10", this::menuOfChosen);
    }

    /** Has a menu shown where it is asked for, by the mouse or a key. */
    void onMenu(BiConsumer<Integer, Integer> show) {
        onMenu = show;
    }

    private void menuOfChosen() {
        int place = chosenPlace();
        if (place >= 0) {
            Rectangle panel = grid.bounds(place);
            onMenu.accept(panel.x + panel.width / 2, panel.y + panel.height / 2);
        }
    }

    /** The roller that is chosen, null for none. */
    @Nullable
    RollerCard chosen() {
        int place = chosenPlace();
        return place < 0 ? null : placed.get(place).card;
    }

    /** Has a key do something while the wall has the keyboard. */
    void key(String stroke, Runnable action) {
        registerKeyboardAction(event -> action.run(), KeyStroke.getKeyStroke(stroke), WHEN_FOCUSED);
    }

    private int chosenPlace() {
        for (int place = 0; place < placed.size(); place++) {
            if (placed.get(place).card.rollerId().equals(chosenRollerId)) {
                return place;
            }
        }
        return -1;
    }

    private void choose(int place) {
        if (place >= 0 && place < placed.size()) {
            chosenRollerId = placed.get(place).card.rollerId();
            scrollRectToVisible(grid.bounds(place));
            describe();
            repaint();
        }
    }

    private void open() {
        if (chosenRollerId != null && chosenPlace() >= 0) {
            onOpen.accept(chosenRollerId);
        }
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setBackground(palette.ground());
        setFont(font);
        painter = null;
        faces.forget();
        repaint();
    }

    /** The grid fills this room and scrolls beyond its height. */
    void seen(Dimension room) {
        seen = room;
    }

    /** Rollers in the order of their places. */
    List<String> placedRollerIds() {
        return placed.stream().map(panel -> panel.card.rollerId()).toList();
    }

    /** Where the line of a place is drawn. */
    Rectangle traceBounds(int place) {
        return painter().trace(grid.bounds(place), placed.get(place).face.laneCount());
    }

    /** Cards in the order of their places. */
    List<RollerCard> cards() {
        return placed.stream().map(panel -> panel.card).toList();
    }

    /**
     * Takes what is new; repaints once if anything is.
     *
     * @return whether anything was.
     */
    boolean refresh(ViewerModel model) {
        PanelPainter measured = painter();
        List<RollerCard> cards = new ArrayList<>();
        boolean[] changed = {false};
        model.lookAtEach((roller, card) -> {
            Panel panel = panels.computeIfAbsent(card.rollerId(), id -> new Panel(card));
            int columnCount = Math.max(1, measured.trace(grid.bounds(0), 0).width);
            if (panel.drawnHeardCount != roller.heardCount() || panel.drawnColumnCount != columnCount) {
                panel.drawnHeardCount = roller.heardCount();
                panel.drawnColumnCount = columnCount;
                panel.trace.fill(roller.history(), columnCount);
                changed[0] = true;
            }
            panel.card = card;
            PanelFace face = PanelFace.of(card, orders.last(card.rollerId()), panel.trace.highest());
            changed[0] |= !face.equals(panel.face);
            panel.face = face;
            cards.add(card);
        });
        placed = WallOrder.arranged(cards).stream()
                .map(card -> Objects.requireNonNull(panels.get(card.rollerId())))
                .toList();
        changed[0] |= layOut();
        if (changed[0]) {
            describe();
            repaint();
        }
        return changed[0];
    }

    private boolean layOut() {
        WallGrid now = WallGrid.of(placed.size(), seen.width, seen.height);
        if (now.equals(grid) && getPreferredSize().equals(now.size(placed.size()))) {
            return false;
        }
        grid = now;
        setPreferredSize(grid.size(placed.size()));
        revalidate();
        return true;
    }

    private PanelPainter painter() {
        PanelPainter made = painter;
        if (made == null) {
            BufferedImage measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            Graphics2D g2 = measure.createGraphics();
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            Font font = getFont() == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : getFont();
            made = new PanelPainter(palette, font, g2);
            g2.dispose();
            painter = made;
        }
        return made;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        PanelPainter drawing = painter();
        List<PanelFace> drawn = placed.stream().map(panel -> panel.face).toList();
        double scale = g2.getTransform().getScaleX();
        g2.drawImage(faces.now(drawing, grid, drawn, getSize(), scale), 0, 0, getWidth(), getHeight(), null);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setFont(drawing.meanFont());
        FontMetrics metrics = g2.getFontMetrics();
        for (int place = 0; place < placed.size(); place++) {
            Panel panel = placed.get(place);
            Rectangle bounds = grid.bounds(place);
            boolean known = panel.face.level() != Freshness.Level.LOST;
            g2.setPaint(known ? palette.mean() : palette.faint());
            panel.trace.draw(g2, drawing.trace(bounds, panel.face.laneCount()), panel.face.upperKpa());
            g2.setPaint(palette.ink());
            Point end = drawing.meanAt(bounds);
            g2.drawString(panel.card.meanText(), end.x - metrics.stringWidth(panel.card.meanText()), end.y);
        }
        paintFocus(g2);
        g2.dispose();
    }

    private void paintFocus(Graphics2D g2) {
        int place = chosenPlace();
        if (place >= 0) {
            Rectangle ring = grid.bounds(place);
            ring.grow(FOCUS_PX, FOCUS_PX);
            g2.setPaint(isFocusOwner() ? palette.ink() : palette.faint());
            g2.setStroke(new BasicStroke(2));
            g2.drawRoundRect(ring.x, ring.y, ring.width, ring.height, 14, 14);
        }
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int place = grid.placeAt(event.getX(), event.getY(), placed.size());
        return place < 0 ? null : spoken(place);
    }

    private String spoken(int place) {
        Panel panel = placed.get(place);
        return panel.face.spoken(panel.card.meanText());
    }

    private void describe() {
        int place = chosenPlace();
        if (place >= 0 && isFocusOwner()) {
            getAccessibleContext().setAccessibleDescription(spoken(place));
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;
            };
            accessibleContext.setAccessibleName(Texts.of("header.wall"));
        }
        return accessibleContext;
    }

    @Override
    public Dimension getMinimumSize() {
        return WallGrid.LEAST;
    }
}
