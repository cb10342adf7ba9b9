package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;

/** {@link QuietTremor} as one would explain it: ranges by their edges, each with all that was seen in it. Slow. */
final class SlowQuietTremor {
    private static final double[] EDGES = {37.5, 56.25, 84.375, 126.5625, 189.84375, 284.765625, 427.1484375};

    private record Seen(double tremor, double seconds) {}

    private final List<List<Seen>> ranges = new ArrayList<>();
    /** Level after all that was seen, kept so that a session takes seconds. */
    private final double[] level = new double[EDGES.length + 1];

    SlowQuietTremor() {
        for (int range = 0; range <= EDGES.length; range++) {
            ranges.add(new ArrayList<>());
        }
    }

    private static int range(double force) {
        int range = 0;
        while (range < EDGES.length && force >= EDGES[range]) {
            range++;
        }
        return range;
    }

    void learn(double force, double tremor, double seconds) {
        int range = range(force);
        double before = ranges.get(range).isEmpty() || known(range) == 0 ? tremor : level[range];
        ranges.get(range).add(new Seen(tremor, seconds));
        double share = Math.min(1, seconds / (tremor < before ? 6 : 15));
        level[range] = (1 - share) * before + share * tremor;
    }

    private double known(int range) {
        return ranges.get(range).stream().mapToDouble(Seen::seconds).sum();
    }

    double at(double force) {
        int range = range(force);
        int best = -1;
        for (int other = 0; other < ranges.size(); other++) {
            boolean nearer = best < 0 || Math.abs(other - range) < Math.abs(best - range);
            if (known(other) >= 1.5 - 1e-9 && nearer) {
                best = other;
            }
        }
        return best < 0 ? 0 : level[best] * Math.pow(1.5, (best - range) / 2.0);
    }
}
