package org.rollscope.viewer;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

/**
 * Where the window lay and how large it was.
 *
 * <p><b>Units.</b> Pixels before scaling. <b>Errors.</b> A size out of range is an {@link IllegalArgumentException}.
 *
 * @param corner upper left corner; nothing where the system is to choose.
 * @param widthPx width, 900 to 10000. Default 1200.
 * @param heightPx height, 600 to 10000. Default 760.
 * @param maximised whether it filled the screen; corner and size are those to come back to.
 */
public record WindowPlace(Corner corner, int widthPx, int heightPx, boolean maximised) {
    /** So much of the window must lie on a screen, or it would be lost: screens are unplugged. */
    private static final int LEAST_SEEN_PX = 100;

    /**
     * A corner on the desktop of all screens.
     *
     * @param known whether there is one.
     * @param xPx from the left, may be negative.
     * @param yPx from the top, may be negative.
     */
    public record Corner(boolean known, int xPx, int yPx) {
        /** The system chooses. */
        public static final Corner OF_SYSTEM = new Corner(false, 0, 0);
    }

    /** Checks the ranges. */
    public WindowPlace {
        ViewerSettings.require("widthPx", widthPx, 900, 10_000, "px");
        ViewerSettings.require("heightPx", heightPx, 600, 10_000, "px");
    }

    /** 1200 x 760, where the system likes. */
    public static WindowPlace usual() {
        return new WindowPlace(Corner.OF_SYSTEM, 1200, 760, false);
    }

    /** Whether a window there could be seen and moved on the screens that are plugged in now. */
    boolean isOnScreen() {
        if (!corner.known()) {
            return false;
        }
        Rectangle title = new Rectangle(corner.xPx(), corner.yPx(), widthPx, LEAST_SEEN_PX);
        for (GraphicsDevice screen :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            GraphicsConfiguration configuration = screen.getDefaultConfiguration();
            Rectangle seen = configuration.getBounds().intersection(title);
            if (seen.width >= LEAST_SEEN_PX && seen.height >= LEAST_SEEN_PX / 2) {
                return true;
            }
        }
        return false;
    }
}
