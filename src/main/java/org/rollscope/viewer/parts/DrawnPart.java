package org.rollscope.viewer.parts;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import org.rollscope.viewer.look.Palette;

/**
 * Something that is drawn, takes the room that it gets, and tells screen readers what it shows.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public abstract class DrawnPart extends JComponent {
    private static final long serialVersionUID = 1L;

    private transient Palette palette = Palette.LIGHT;

    /**
     * Without a size of its own.
     *
     * @param name by which tests find it.
     */
    protected DrawnPart(String name) {
        setName(name);
        setPreferredSize(new Dimension(10, 10));
        setMinimumSize(new Dimension(10, 10));
    }

    /** Takes colours and the font of the look. */
    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        repaint();
    }

    protected final Palette palette() {
        return palette;
    }

    /** It shows something else. */
    protected final void changed(String spoken) {
        getAccessibleContext().setAccessibleName(spoken);
        repaint();
    }

    @Override
    protected final void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(g2);
        g2.dispose();
    }

    /** Draws all of it, with smooth edges. */
    protected abstract void draw(Graphics2D g2);

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;
            };
        }
        return accessibleContext;
    }
}
