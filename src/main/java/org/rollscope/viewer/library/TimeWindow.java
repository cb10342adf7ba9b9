package org.rollscope.viewer.library;

/**
 * A stretch of session time.
 *
 * @param fromUs begin.
 * @param toUs end, after the begin.
 */
public record TimeWindow(long fromUs, long toUs) {
    /** Refuses what has no length. */
    public TimeWindow {
        if (toUs <= fromUs) {
            throw new IllegalArgumentException("toUs must be over fromUs " + fromUs + " us, was " + toUs);
        }
    }

    /** From the earlier to the later of two times; a microsecond long when they are the same. */
    public static TimeWindow between(long oneUs, long otherUs) {
        long fromUs = Math.min(oneUs, otherUs);
        return new TimeWindow(fromUs, Math.max(fromUs + 1, Math.max(oneUs, otherUs)));
    }

    /** Its length. */
    public long lengthUs() {
        return toUs - fromUs;
    }

    /** Whether a time lies in it, its end left out. */
    public boolean contains(long timeUs) {
        return timeUs >= fromUs && timeUs < toUs;
    }

    /** Whether something from one time to another lies in it, in part at least; a moment has both the same. */
    public boolean touches(long startUs, long endUs) {
        return startUs < toUs && (endUs > fromUs || startUs >= fromUs);
    }

    /** The same length, later or, below zero, earlier. */
    public TimeWindow movedBy(long byUs) {
        return new TimeWindow(fromUs + byUs, toUs + byUs);
    }

    /**
     * Wider or narrower about a time, which stays where it is in the picture.
     *
     * @param aroundUs the time.
     * @param lengthRatio new length over old; below 1 shows more detail.
     * @param shortestUs length below which it does not go.
     */
    public TimeWindow scaledAround(long aroundUs, double lengthRatio, long shortestUs) {
        double ratio = Math.max(lengthRatio, (double) shortestUs / lengthUs());
        long newLengthUs = Math.max(1, Math.round(lengthUs() * ratio));
        long newFromUs = aroundUs - Math.round((aroundUs - fromUs) * ratio);
        return new TimeWindow(newFromUs, newFromUs + newLengthUs);
    }

    /** Moved, and where it must be shortened, to lie within another. */
    public TimeWindow within(TimeWindow whole) {
        if (lengthUs() >= whole.lengthUs()) {
            return whole;
        }
        long byUs = Math.max(0, whole.fromUs - fromUs) - Math.max(0, toUs - whole.toUs);
        return movedBy(byUs);
    }
}
