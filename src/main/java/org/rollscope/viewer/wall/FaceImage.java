package org.rollscope.viewer.wall;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture behind the lines of all panels; only those places are drawn anew whose face changed.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class FaceImage {
    private final List<PanelFace> drawn = new ArrayList<>();
    private @Nullable BufferedImage image;
    private @Nullable WallGrid drawnGrid;
    private double drawnScale = 1;

    /** Everything is drawn anew the next time. */
    void forget() {
        image = null;
    }

    /**
     * The picture as of now.
     *
     * @param painter draws one panel.
     * @param grid where the panels lie.
     * @param faces in the order of their places.
     * @param size of the component.
     * @param scale pixels of the screen for one of the component.
     * @return the picture, of so many times the size.
     */
    BufferedImage now(PanelPainter painter, WallGrid grid, List<PanelFace> faces, Dimension size, double scale) {
        int widthPx = Math.max(1, (int) Math.ceil(size.width * scale));
        int heightPx = Math.max(1, (int) Math.ceil(size.height * scale));
        BufferedImage drawing = image;
        boolean anew = drawing == null
                || drawing.getWidth() != widthPx
                || drawing.getHeight() != heightPx
                || scale != drawnScale
                || drawn.size() > faces.size()
                || !grid.equals(drawnGrid);
        if (drawing == null || anew) {
            drawing = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
            image = drawing;
            drawnGrid = grid;
            drawnScale = scale;
            drawn.clear();
        }
        Graphics2D g2 = drawing.createGraphics();
        g2.scale(scale, scale);
        if (anew) {
            painter.paintGround(g2, size);
        }
        for (int place = 0; place < faces.size(); place++) {
            PanelFace face = faces.get(place);
            if (place == drawn.size()) {
                drawn.add(face);
            } else if (face.equals(drawn.get(place))) {
                continue;
            } else {
                drawn.set(place, face);
            }
            painter.paint(g2, grid.bounds(place), face);
        }
        g2.dispose();
        return drawing;
    }
}
