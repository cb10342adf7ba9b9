package org.rollscope.detect;

/**
 * A condition that must last before it counts, with its own dwell for each way; remembers since when.
 *
 * <p><b>Units.</b> Session time in microseconds. <b>Threads.</b> One.
 */
final class DwellSwitch {
    private final long onDwellUs;
    private final long offDwellUs;
    private boolean on;
    private long pendingSinceUs = Long.MIN_VALUE;
    private long changedUs;

    DwellSwitch(long onDwellUs, long offDwellUs) {
        this.onDwellUs = onDwellUs;
        this.offDwellUs = offDwellUs;
    }

    /**
     * Takes in the next moment.
     *
     * @param timeUs its time.
     * @param onCondition what turns it on.
     * @param offCondition what turns it off.
     * @return whether it turned just now.
     */
    boolean accept(long timeUs, boolean onCondition, boolean offCondition) {
        boolean pending = on ? offCondition : onCondition;
        if (!pending) {
            pendingSinceUs = Long.MIN_VALUE;
            return false;
        }
        if (pendingSinceUs == Long.MIN_VALUE) {
            pendingSinceUs = timeUs;
        }
        if (timeUs - pendingSinceUs < (on ? offDwellUs : onDwellUs)) {
            return false;
        }
        on = !on;
        changedUs = pendingSinceUs;
        pendingSinceUs = Long.MIN_VALUE;
        return true;
    }

    /** Turns it off without a dwell. */
    void forceOff(long timeUs) {
        on = false;
        changedUs = timeUs;
        pendingSinceUs = Long.MIN_VALUE;
    }

    boolean on() {
        return on;
    }

    /** Whether the opposite is on its way. */
    boolean turning() {
        return pendingSinceUs != Long.MIN_VALUE;
    }

    /** Since when the opposite has been on its way; only while {@link #turning}. */
    long pendingSinceUs() {
        return pendingSinceUs;
    }

    /** When the condition of the last turn began. */
    long changedUs() {
        return changedUs;
    }
}
