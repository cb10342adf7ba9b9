package org.rollscope.device.pi;

/**
 * Tells a pressed button from a contact that bounces or a wire that catches noise.
 *
 * <p>A change counts when every look for {@link #STEADY_NS} found it; its time is that of the first of them. <b>Units.</b> Host's
 * monotonic clock. <b>Source.</b> Tactile switches bounce for up to 5 to 10 ms by their data sheets (Omron B3F, Alps SKHH: 5 ms); twice the
 * longest. <b>Threads.</b> One.
 */
final class Debounce {
    static final long STEADY_NS = 20_000_000;

    private boolean pressed;
    private boolean changing;
    private long sinceNs;

    /**
     * One look at the button.
     *
     * @return whether it has changed for good.
     */
    boolean look(boolean nowPressed, long nowNs) {
        if (nowPressed == pressed) {
            changing = false;
            return false;
        }
        if (!changing) {
            changing = true;
            sinceNs = nowNs;
        }
        if (nowNs - sinceNs < STEADY_NS) {
            return false;
        }
        changing = false;
        pressed = nowPressed;
        return true;
    }

    /** Whether it is down, for good. */
    boolean isPressed() {
        return pressed;
    }

    /** When the last change began. */
    long changedNs() {
        return sinceNs;
    }
}
