package org.rollscope.viewer.parts;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.Workspace;

/**
 * The choice of workspace, roller and chart span, and how fresh the figures are.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class HeaderBar {
    private static final long[] SPANS_MS = {15_000, 60_000, 300_000};

    private final JPanel panel = new JPanel();
    private final JLabel rollerCaption = new JLabel(Texts.of("header.roller"));
    private final JComboBox<String> rollers = new JComboBox<>();
    private final JLabel spanCaption = new JLabel(Texts.of("header.span"));
    private final FreshnessPill pill = new FreshnessPill();
    private final Map<Workspace, JToggleButton> views = new EnumMap<>(Workspace.class);
    private final Map<Long, JToggleButton> spans = new HashMap<>();
    private final List<JComponent> ofOneRoller = new ArrayList<>();
    private boolean filling;

    /**
     * Builds the bar.
     *
     * @param spanMs span that is selected at first.
     * @param onRoller called with a roller's id.
     * @param onSpan called with a span in milliseconds.
     * @param present workspaces that the window has.
     * @param onWorkspace called with the one that is wanted.
     */
    public HeaderBar(
            long spanMs,
            Consumer<String> onRoller,
            LongConsumer onSpan,
            List<Workspace> present,
            Consumer<Workspace> onWorkspace) {
        panel.setLayout(new BoxLayout(panel, BoxLayout.X_AXIS));
        panel.setBorder(BorderFactory.createEmptyBorder(10, 14, 10, 14));
        rollers.setName("roller");
        rollers.setPrototypeDisplayValue("roller-with-a-name");
        rollers.addActionListener(event -> {
            if (!filling && rollers.getSelectedItem() instanceof String rollerId) {
                onRoller.accept(rollerId);
            }
        });
        addViews(present, onWorkspace);
        panel.add(rollerCaption);
        panel.add(Box.createHorizontalStrut(8));
        JComponent chooser = fixed(rollers);
        panel.add(chooser);
        ofOneRoller.addAll(List.of(rollerCaption, chooser, spanCaption, pill));
        panel.add(Box.createHorizontalStrut(22));
        panel.add(spanCaption);
        panel.add(Box.createHorizontalStrut(8));
        addSpans(spanMs, onSpan);
        panel.add(Box.createHorizontalGlue());
        panel.add(pill);
    }

    private static JToggleButton view(Workspace workspace) {
        JToggleButton button = new JToggleButton(Texts.of("header." + workspace.word()));
        button.setName("view-" + workspace.word());
        button.putClientProperty("JButton.buttonType", "roundRect");
        button.setMnemonic(Texts.of("header." + workspace.word() + ".key").charAt(0));
        return button;
    }

    private void addViews(List<Workspace> present, Consumer<Workspace> onWorkspace) {
        ButtonGroup group = new ButtonGroup();
        for (Workspace workspace : present) {
            JToggleButton button = view(workspace);
            group.add(button);
            button.addActionListener(event -> onWorkspace.accept(workspace));
            views.put(workspace, button);
            panel.add(button);
            panel.add(Box.createHorizontalStrut(4));
        }
        panel.add(Box.createHorizontalStrut(18));
    }

    /** Shows which workspace is open, and hides what belongs to the view of one roller when it is another. */
    public void showView(Workspace workspace) {
        JToggleButton button = views.get(workspace);
        if (button != null) {
            button.setSelected(true);
        }
        ofOneRoller.forEach(component -> component.setVisible(workspace == Workspace.ATHLETE));
    }

    /** Shows which span is chosen, where it is one of those offered. */
    public void showSpanMs(long spanMs) {
        JToggleButton button = spans.get(spanMs);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private static JComponent fixed(JComponent component) {
        JPanel holder = new JPanel(new BorderLayout());
        holder.setOpaque(false);
        holder.add(component, BorderLayout.CENTER);
        holder.setMaximumSize(component.getPreferredSize());
        return holder;
    }

    private void addSpans(long spanMs, LongConsumer onSpan) {
        ButtonGroup group = new ButtonGroup();
        for (long choiceMs : SPANS_MS) {
            JToggleButton button = new JToggleButton(Texts.of("header.span." + choiceMs / 1000));
            button.setName("span-" + choiceMs / 1000);
            button.setSelected(choiceMs == spanMs);
            button.putClientProperty("JButton.buttonType", "roundRect");
            button.addActionListener(event -> onSpan.accept(choiceMs));
            group.add(button);
            spans.put(choiceMs, button);
            ofOneRoller.add(button);
            panel.add(button);
            panel.add(Box.createHorizontalStrut(4));
        }
    }

    public JComponent component() {
        return panel;
    }

    public void show(List<String> rollerIds, @Nullable String selectedRollerId, Freshness freshness) {
        if (rollers.getItemCount() != rollerIds.size()
                || !Objects.equals(rollers.getSelectedItem(), selectedRollerId)) {
            filling = true;
            rollers.removeAllItems();
            rollerIds.forEach(rollers::addItem);
            rollers.setSelectedItem(selectedRollerId);
            filling = false;
        }
        pill.show(freshness);
    }

    public void restyle(Palette palette, Font font) {
        panel.setBackground(palette.ground());
        rollerCaption.setForeground(palette.faint());
        spanCaption.setForeground(palette.faint());
        pill.restyle(palette, font);
    }

    /** Freshness with a mark whose shape tells the level beside its colour. */
    private static final class FreshnessPill extends JComponent {
        private static final long serialVersionUID = 1L;

        private transient Palette palette = Palette.LIGHT;
        private transient Freshness freshness = new Freshness(Freshness.Level.LOST, "");

        FreshnessPill() {
            setName("freshness");
        }

        void show(Freshness newFreshness) {
            if (!newFreshness.equals(freshness)) {
                freshness = newFreshness;
                repaint();
            }
        }

        void restyle(Palette newPalette, Font font) {
            palette = newPalette;
            setFont(font.deriveFont(Font.BOLD));
            int height = Math.round(font.getSize2D() * 2.2f);
            java.awt.Dimension size = new java.awt.Dimension(Math.round(font.getSize2D() * 15), height);
            setPreferredSize(size);
            setMinimumSize(size);
            setMaximumSize(size);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g2 = (Graphics2D) graphics.create();
            g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            boolean lost = freshness.level() == Freshness.Level.LOST;
            boolean live = freshness.level() == Freshness.Level.LIVE;
            Color signal = live ? palette.floor() : lost ? palette.ceiling() : palette.amber();
            g2.setPaint(lost ? signal : palette.panel());
            g2.fillRoundRect(0, 0, getWidth(), getHeight(), getHeight(), getHeight());
            g2.setPaint(signal);
            g2.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, getHeight(), getHeight());
            int size = getHeight() / 3;
            int top = (getHeight() - size) / 2;
            g2.setPaint(lost ? Palette.inkOn(signal) : signal);
            if (live) {
                g2.fillOval(14, top, size, size);
            } else {
                g2.fillRect(14, top, size, size);
            }
            g2.setPaint(lost ? Palette.inkOn(signal) : palette.ink());
            g2.setFont(getFont());
            float baseline = (getHeight()
                            + g2.getFontMetrics().getAscent()
                            - g2.getFontMetrics().getDescent())
                    / 2f;
            g2.drawString(freshness.words(), 14f + size + 8, baseline);
            g2.dispose();
        }
    }
}
