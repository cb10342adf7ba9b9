package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;

/**
 * The channels of a BIDS motion file: which column of our tables stands in which.
 *
 * <p>Pressure has no type of its own in BIDS-Motion: it is {@code MISC}. Time stands first, as {@code LATENCY}: frames may be missing.
 * <b>Source.</b> Brain Imaging Data Structure 1.9.0, Motion.
 */
final class BidsChannels {
    /** Type of the channels that BIDS has no type for. */
    static final String MISC = "MISC";

    /** One channel. */
    record Channel(
            String name, String type, String component, String units, String description, Source source, int index) {}

    /** Where a channel's values come from. */
    enum Source {
        /** Session time in seconds. */
        LATENCY,
        /** A column of the table {@code samples}. */
        SAMPLES,
        /** A column of the table {@code raw}. */
        RAW
    }

    private BidsChannels() {}

    /** The channels of a session, in their order. */
    static List<Channel> of(SampleTables tables) {
        List<Channel> channels = new ArrayList<>();
        channels.add(new Channel(
                "latency",
                "LATENCY",
                TsvFile.MISSING,
                "s",
                "Session time: the board's clock, 0 at the first frame.",
                Source.LATENCY,
                0));
        List<Column> samples = tables.samples().columns();
        for (int index = 2; index < samples.size(); index++) {
            channels.add(channel(samples.get(index), Source.SAMPLES, index));
        }
        List<Column> raw = tables.raw().columns();
        for (int index = 1; index < raw.size(); index++) {
            channels.add(channel(raw.get(index), Source.RAW, index));
        }
        return channels;
    }

    private static Channel channel(Column column, Source source, int index) {
        String key = column.key();
        boolean inSi = source == Source.SAMPLES;
        String type = inSi && key.startsWith("accel_") ? "ACCEL" : inSi && key.startsWith("gyro_") ? "GYRO" : MISC;
        String component =
                type.equals(MISC) ? TsvFile.MISSING : key.substring(key.indexOf('_') + 1, key.indexOf('_') + 2);
        String units = key.endsWith("_counts")
                ? "counts"
                : column.unit().isEmpty() || column.unit().equals("1") ? TsvFile.MISSING : column.unit();
        String words = column.words().isEmpty()
                ? ""
                : " Numbers from 0 on stand for " + String.join(", ", column.words()) + ".";
        return new Channel(key, type, component, units, column.description() + words, source, index);
    }

    /** How many channels are of a type. */
    static long count(List<Channel> channels, String type) {
        return channels.stream().filter(channel -> channel.type().equals(type)).count();
    }
}
