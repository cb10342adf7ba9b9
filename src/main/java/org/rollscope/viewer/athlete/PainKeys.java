package org.rollscope.viewer.athlete;

/**
 * Pain by keys: one that asks for it, then 0 to 10. A 1 waits a moment for the 0 of a ten.
 *
 * <p><b>Units.</b> Nanoseconds of the viewer's clock. <b>Threads.</b> One.
 */
final class PainKeys {
    /** Nothing is said yet. */
    static final int NOTHING = -1;

    /** A 1 that nothing follows for so long is a 1; chosen by us: slow typing. */
    static final long TEN_WAIT_NS = 700_000_000L;

    /** Who asks and then says nothing did not mean it. */
    static final long ASKED_WAIT_NS = 6_000_000_000L;

    private boolean asked;
    private boolean one;
    private long sinceNs;

    /** Pain is to be said next. */
    void ask(long nowNs) {
        asked = true;
        one = false;
        sinceNs = nowNs;
    }

    /** Nothing is to be said any more. */
    void cancel() {
        asked = false;
        one = false;
    }

    /** Whether digits mean pain now. */
    boolean isAsked() {
        return asked;
    }

    /**
     * A digit was typed.
     *
     * @param digit 0 to 9.
     * @return the pain that is said with it, or {@link #NOTHING}.
     */
    int digit(int digit, long nowNs) {
        if (!asked) {
            return NOTHING;
        }
        if (one) {
            cancel();
            return digit == 0 ? 10 : NOTHING; // 12 is on no scale
        }
        if (digit == 1) {
            one = true;
            sinceNs = nowNs;
            return NOTHING;
        }
        cancel();
        return digit;
    }

    /** Time passes. Returns the pain that is said by that, or {@link #NOTHING}. */
    int elapsed(long nowNs) {
        if (one && nowNs - sinceNs >= TEN_WAIT_NS) {
            cancel();
            return 1;
        }
        if (asked && nowNs - sinceNs >= ASKED_WAIT_NS) {
            cancel();
        }
        return NOTHING;
    }
}
