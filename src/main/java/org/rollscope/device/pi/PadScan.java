package org.rollscope.device.pi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollscope.frame.HostClock;

/**
 * All converters of a roller, read one channel after the other: channel c of converter k carries pad 8 k + c.
 *
 * <p><b>Units.</b> Counts. <b>Threads.</b> One.
 */
final class PadScan implements AutoCloseable {
    /** Scans before the timed ones, by which the machine has learnt what to do. */
    private static final int WARM_UP_SCAN_COUNT = 100;

    private static final int TIMED_SCAN_COUNT = 40;
    /** The start of a service is busier than what comes after it: of the timed scans a quick one is the likelier. */
    private static final int QUICK_SCAN_INDEX = TIMED_SCAN_COUNT / 4;

    private static final int NS_PER_US = 1000;

    private final List<Mcp3008> converters;

    private PadScan(List<Mcp3008> converters) {
        this.converters = converters;
    }

    /**
     * Opens every converter, and hears of each that it is there.
     *
     * @param devices as {@code spidev0.0}, in the order of the pads.
     * @throws BusException when one is missing; then none stays open.
     */
    static PadScan open(PiBuses buses, List<String> devices) throws BusException {
        List<Mcp3008> opened = new ArrayList<>();
        PadScan scan = new PadScan(opened);
        boolean whole = false;
        try {
            for (String device : devices) {
                Mcp3008 converter = new Mcp3008(buses.openConverter(device));
                opened.add(converter);
                converter.counts(0);
            }
            whole = true;
            return scan;
        } finally {
            if (!whole) {
                scan.close();
            }
        }
    }

    int padCount() {
        return converters.size() * Mcp3008.CHANNEL_COUNT;
    }

    /**
     * Reads every pad.
     *
     * @param padCounts is filled; holds nothing sensible after a failure.
     * @throws BusException when a converter did not answer.
     */
    void read(char[] padCounts) throws BusException {
        for (int padIndex = 0; padIndex < padCounts.length; padIndex++) {
            padCounts[padIndex] = readOne(padIndex);
        }
    }

    private char readOne(int padIndex) throws BusException {
        return (char) converters.get(padIndex / Mcp3008.CHANNEL_COUNT).counts(padIndex % Mcp3008.CHANNEL_COUNT);
    }

    /**
     * Measures how long after its start a scan converts each pad, and how long it takes: the middle of each transfer, the
     * lower quartile of some scans.
     *
     * @return microseconds of each pad, and of the scan's end behind them.
     */
    int[] measuredOffsetsUs(HostClock clock) throws BusException {
        char[] padCounts = new char[padCount()];
        for (int scanIndex = 0; scanIndex < WARM_UP_SCAN_COUNT; scanIndex++) {
            read(padCounts);
        }
        long[][] offsetNs = new long[padCounts.length + 1][TIMED_SCAN_COUNT];
        for (int scanIndex = 0; scanIndex < TIMED_SCAN_COUNT; scanIndex++) {
            long startNs = clock.monotonicNs();
            long beforeNs = startNs;
            for (int padIndex = 0; padIndex < padCounts.length; padIndex++) {
                readOne(padIndex);
                long afterNs = clock.monotonicNs();
                offsetNs[padIndex][scanIndex] = (beforeNs + afterNs) / 2 - startNs;
                beforeNs = afterNs;
            }
            offsetNs[padCounts.length][scanIndex] = beforeNs - startNs;
        }
        return Arrays.stream(offsetNs).mapToInt(PadScan::quickUs).toArray();
    }

    private static int quickUs(long[] valuesNs) {
        Arrays.sort(valuesNs);
        long quickUs = (valuesNs[QUICK_SCAN_INDEX] + NS_PER_US / 2) / NS_PER_US;
        return (int) Math.min(quickUs, Character.MAX_VALUE);
    }

    @Override
    public void close() {
        converters.forEach(Mcp3008::close);
    }
}
