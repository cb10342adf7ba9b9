package org.rollscope.device.pi;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;

/**
 * Reads the sensors at every tick of the grid, and opens what is lost again.
 *
 * <p>A scan in which a converter does not answer is no frame: its tick is missing, as if it had been missed, because no count could
 * say that a pad was not read. A motion chip that does not answer leaves the frame, flagged. While the converters are away the
 * grid goes on, so the frame that comes after says how many are missing.
 *
 * <p><b>Threads.</b> One, which sleeps between ticks.
 */
final class PiSampler {
    private static final int FAILURES_UNTIL_LOST_COUNT = 3;
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Leaves room in the second within which a roller that came back must be read again. */
    private static final long LONGEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(400);
    /** As a board does. */
    private static final long HEALTH_INTERVAL_NS = TimeUnit.SECONDS.toNanos(5);

    /** The Pi's own 3.3 V, which feeds converters and dividers alike. */
    private static final int SUPPLY_MV = 3300;

    private static final int NS_PER_US = 1000;

    private final PiSettings settings;
    private final long boardSerialId;
    private final PiBuses buses;
    private final Pause pause;
    private final HostClock clock;
    private final SampleQueue queue;
    private final TickGrid grid;
    private final MotionWatch motion;
    private final MotionSample sample = new MotionSample();
    private final SamplingFigures figures = new SamplingFigures();

    private @Nullable PadScan pads;
    private @Nullable BoardHello hello;
    private long lastSequence = -1;
    private boolean missedSinceFrame;
    private int failuresInARowCount;
    private long nextTryNs;
    private long pauseNs = SHORTEST_PAUSE_NS;
    private long nextHealthNs;
    private long missedTickCount;
    private long droppedFrameCount;
    private String lastWords = "";

    /**
     * Makes a sampler that has opened nothing.
     *
     * @param settings what is wired, and how often it is read.
     * @param boardSerialId identity of this machine.
     * @param pause how it sleeps.
     * @param clock of the host.
     * @param queue where its frames go.
     */
    PiSampler(PiSettings settings, long boardSerialId, PiBuses buses, Pause pause, HostClock clock, SampleQueue queue) {
        this.settings = settings;
        this.boardSerialId = boardSerialId;
        this.buses = buses;
        this.pause = pause;
        this.clock = clock;
        this.queue = queue;
        grid = new TickGrid(settings.rateHz());
        motion = new MotionWatch(settings, buses, this::notice);
        nextTryNs = clock.monotonicNs();
    }

    /** Does what is due next: opens, or waits for the tick and takes it. */
    void step() {
        PadScan open = pads;
        if (open == null) {
            pause.untilNs(nextTryNs);
            openPads();
            return;
        }
        pause.untilNs(grid.dueNs());
        takeTick(open);
        tellHealth();
    }

    private void openPads() {
        PadScan opened = null;
        try {
            opened = PadScan.open(buses, settings.converterDevices());
            BoardHello known = hello;
            if (known == null) {
                BoardHello first = describe(opened.measuredOffsetsUs(clock));
                hello = first;
                queue.say(sink -> sink.hello(first, 0));
                grid.begin(clock.monotonicNs());
                nextHealthNs = grid.dueNs() + HEALTH_INTERVAL_NS;
            } else {
                missed(grid.advance(clock.monotonicNs()) + 1);
            }
            pads = opened;
            pauseNs = SHORTEST_PAUSE_NS;
            failuresInARowCount = 0;
            lastWords = "";
        } catch (BusException failure) {
            if (opened != null) {
                opened.close();
            }
            tryLater(failure.words());
        }
    }

    /** What a board would say of itself; no firmware, because this program samples by this machine's clock. */
    private BoardHello describe(int[] offsetsUs) {
        return new BoardHello(
                1,
                boardSerialId,
                BoardHello.SAMPLED_BY_HOST,
                settings.geometry().geometryId(),
                0,
                settings.rateHz(),
                Mcp3008.ADC_BITS,
                SUPPLY_MV,
                motion.chip().accelFullScaleMPerS2(),
                motion.chip().gyroFullScaleRadPerS(),
                offsetsUs[offsetsUs.length - 1],
                BoardHello.BATTERY_NOT_MEASURED_MV,
                Double.NaN,
                Arrays.copyOf(offsetsUs, offsetsUs.length - 1));
    }

    private void takeTick(PadScan open) {
        SampleQueue.FrameTold slot = queue.take();
        if (slot == null) {
            droppedFrameCount++;
            missed(grid.advance(clock.monotonicNs()));
            return;
        }
        long sequence = grid.sequence();
        long dueNs = grid.dueNs();
        long startNs = clock.monotonicNs();
        RawFrame frame = slot.frame();
        try {
            open.read(frame.padCounts());
            failuresInARowCount = 0;
        } catch (BusException failure) {
            queue.giveBack(slot);
            missed(grid.advance(clock.monotonicNs()) + 1);
            failuresInARowCount++;
            if (failuresInARowCount >= FAILURES_UNTIL_LOST_COUNT) {
                open.close();
                pads = null;
                tryLater(failure.words());
            }
            return;
        }
        boolean moved = motion.read(clock, sample);
        long endNs = clock.monotonicNs();
        fill(frame, sequence, startNs, endNs, moved);
        queue.pass(slot);
        figures.note(sequence, dueNs, startNs, endNs);
        missed(grid.advance(endNs));
        String line = figures.line();
        if (!line.isEmpty()) {
            notice(line);
        }
    }

    private void fill(RawFrame frame, long sequence, long startNs, long endNs, boolean moved) {
        System.arraycopy(sample.accelCounts, 0, frame.accelCounts(), 0, 3);
        System.arraycopy(sample.gyroCounts, 0, frame.gyroCounts(), 0, 3);
        int lostBeforeCount = lastSequence < 0 ? 0 : (int) Math.min(sequence - lastSequence - 1, Integer.MAX_VALUE);
        int frameFlags = (moved ? RawFrame.IMU_VALID_FLAGS : 0)
                | (missedSinceFrame && lastSequence >= 0 ? RawFrame.AFTER_MISSED_TICK_FLAGS : 0);
        frame.stamp(0, sequence, startNs / NS_PER_US, endNs, lostBeforeCount, frameFlags);
        lastSequence = sequence;
        missedSinceFrame = false;
    }

    private void missed(int tickCount) {
        missedTickCount += tickCount;
        missedSinceFrame |= tickCount > 0;
    }

    private void tryLater(String words) {
        nextTryNs = clock.monotonicNs() + pauseNs;
        pauseNs = Math.min(LONGEST_PAUSE_NS, 2 * pauseNs);
        if (!words.equals(lastWords)) {
            lastWords = words;
            queue.say(sink -> sink.linkLost(words));
        }
    }

    private void notice(String line) {
        queue.say(sink -> sink.notice(line));
    }

    private void tellHealth() {
        if (clock.monotonicNs() - nextHealthNs < 0) {
            return;
        }
        nextHealthNs = clock.monotonicNs() + HEALTH_INTERVAL_NS;
        BoardHealth health = new BoardHealth(
                BoardHello.BATTERY_NOT_MEASURED_MV,
                sample.temperatureDegC,
                missedTickCount,
                droppedFrameCount,
                Math.min(motion.errorCount(), Character.MAX_VALUE),
                0);
        queue.say(sink -> sink.health(health));
    }

    /** Closes what is open. */
    void close() {
        PadScan open = pads;
        pads = null;
        if (open != null) {
            open.close();
        }
        motion.close();
    }

    /** How the sampler sleeps; a test moves its clock instead. */
    interface Pause {
        /** Returns at that time of the host's monotonic clock, or sooner when the sampler is to end. */
        void untilNs(long timeNs);
    }
}
