package org.rollscope.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What has to be kept of every frame until the session is over: the motion that was true and found, and the guarding score.
 *
 * <p><b>Threads.</b> One.
 */
final class FrameTrack {
    /** A state counts as right when it is the true one of a moment at most so far away: the tolerance. */
    static final long MOTION_TOLERANCE_MS = 200;
    /** Length of the windows in which guarding is scored: the issue's. */
    static final long WINDOW_MS = 10_000;
    /** A window is one with guarding when it holds at least so much of it; with less, but some, it is left out. */
    static final long GUARDED_MS = 500;

    private static final int TRUE_MOVING_FLAGS = 1;
    private static final int FOUND_MOVING_FLAGS = 2;
    private static final int JUDGED_FLAGS = 4;

    private long[] timeMs = new long[1024];
    private byte[] motionFlags = new byte[1024];
    private double[] scoreRatio = new double[1024];
    private int frameCount;

    void add(TruthFrame truth, boolean foundMoving, boolean judged, double guardingScoreRatio) {
        if (frameCount == timeMs.length) {
            timeMs = Arrays.copyOf(timeMs, frameCount * 2);
            motionFlags = Arrays.copyOf(motionFlags, frameCount * 2);
            scoreRatio = Arrays.copyOf(scoreRatio, frameCount * 2);
        }
        timeMs[frameCount] = truth.timeMs;
        motionFlags[frameCount] = (byte) ((truth.moving ? TRUE_MOVING_FLAGS : 0)
                | (foundMoving ? FOUND_MOVING_FLAGS : 0)
                | (judged ? JUDGED_FLAGS : 0));
        scoreRatio[frameCount] = guardingScoreRatio;
        frameCount++;
    }

    /** Counts the judged frames whose state was right, at once and with the tolerance. */
    void scoreMotion(Sums sums) {
        for (int frameIndex = 0; frameIndex < frameCount; frameIndex++) {
            if ((motionFlags[frameIndex] & JUDGED_FLAGS) == 0) {
                continue;
            }
            boolean found = (motionFlags[frameIndex] & FOUND_MOVING_FLAGS) != 0;
            sums.add(Tally.MOTION_FRAME, 1);
            sums.add(Tally.MOTION_RIGHT_NOW, found == trueMoving(frameIndex) ? 1 : 0);
            sums.add(Tally.MOTION_RIGHT, wasTrueNearby(frameIndex, found) ? 1 : 0);
        }
    }

    private boolean trueMoving(int frameIndex) {
        return (motionFlags[frameIndex] & TRUE_MOVING_FLAGS) != 0;
    }

    private boolean wasTrueNearby(int frameIndex, boolean found) {
        for (int at = frameIndex; at >= 0 && timeMs[frameIndex] - timeMs[at] <= MOTION_TOLERANCE_MS; at--) {
            if (trueMoving(at) == found) {
                return true;
            }
        }
        for (int at = frameIndex; at < frameCount && timeMs[at] - timeMs[frameIndex] <= MOTION_TOLERANCE_MS; at++) {
            if (trueMoving(at) == found) {
                return true;
            }
        }
        return false;
    }

    /**
     * Cuts every true contact into windows from its beginning, gives each its highest live score and puts it with those in
     * which somebody guarded or with the others. A rest of a contact shorter than a window is left out.
     */
    void scoreWindows(Sums sums, List<Span> contacts, List<Span> guarded) {
        for (Span contact : contacts) {
            for (long fromMs = contact.startMs(); fromMs + WINDOW_MS <= contact.endMs(); fromMs += WINDOW_MS) {
                Span window = new Span(fromMs, fromMs + WINDOW_MS);
                long guardedMs = guarded.stream().mapToLong(window::sharedMs).sum();
                if (guardedMs >= GUARDED_MS) {
                    sums.add(Spread.GUARDED_SCORE, highestScoreRatio(window));
                } else if (guardedMs == 0) {
                    sums.add(Spread.QUIET_SCORE, highestScoreRatio(window));
                }
            }
        }
    }

    private double highestScoreRatio(Span window) {
        int at = Arrays.binarySearch(timeMs, 0, frameCount, window.startMs());
        double highestRatio = 0;
        for (at = at < 0 ? -at - 1 : at; at < frameCount && timeMs[at] < window.endMs(); at++) {
            highestRatio = Math.max(highestRatio, scoreRatio[at]);
        }
        return highestRatio;
    }
}
