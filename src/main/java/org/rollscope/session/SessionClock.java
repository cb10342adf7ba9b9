package org.rollscope.session;

import org.rollscope.frame.RawFrame;

/**
 * Session time: the device clock, 0 at the session's first frame; over a restart of the board it goes on by host arrival.
 *
 * <p>The arrivals that count are those of the last frame before a restart and the first one after it: a host that was slow at
 * the session's start does not shorten the time away, and both are kept exactly in the archive.
 *
 * <p><b>Units.</b> Microseconds. <b>Threads.</b> One.
 */
public final class SessionClock {
    private boolean started;
    private int bootIndex;
    private long bootStartDeviceUs;
    private long bootStartTimeUs;
    private long lastArrivalNs;
    private long lastTimeUs;

    /**
     * Session time of the next frame.
     *
     * @param frame later than the one before.
     * @param periodUs nominal time between two frames: the least step over a restart.
     */
    public long timeUs(RawFrame frame, long periodUs) {
        if (!started) {
            started = true;
            beginBoot(frame, 0);
        } else if (frame.bootIndex() != bootIndex) {
            long awayUs = (frame.hostArrivalNs() - lastArrivalNs) / 1000;
            beginBoot(frame, lastTimeUs + Math.max(periodUs, awayUs));
        }
        lastArrivalNs = frame.hostArrivalNs();
        lastTimeUs = bootStartTimeUs + frame.deviceTimeUs() - bootStartDeviceUs;
        return lastTimeUs;
    }

    private void beginBoot(RawFrame frame, long timeUs) {
        bootIndex = frame.bootIndex();
        bootStartDeviceUs = frame.deviceTimeUs();
        bootStartTimeUs = timeUs;
    }

    /** Session time of the last frame. */
    public long lastTimeUs() {
        return lastTimeUs;
    }
}
