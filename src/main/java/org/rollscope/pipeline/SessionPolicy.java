package org.rollscope.pipeline;

import org.rollscope.feature.SettingRange;

/**
 * When sessions start and end by themselves.
 *
 * @param preRollMs frames before the first contact that belong to the session. Default 3000. 0 to 60000.
 * @param quietMs time without contact that ends a session. Default 30000. 1000 to 3600000.
 * @param silenceMs time without a frame after which the signal is shown as lost. Default 500. 100 to 60000.
 */
public record SessionPolicy(int preRollMs, int quietMs, int silenceMs) {
    /** Refuses values that make no sense. */
    public SessionPolicy {
        SettingRange.check("pre_roll_ms", preRollMs, 0, 60_000);
        SettingRange.check("quiet_ms", quietMs, 1000, 3_600_000);
        SettingRange.check("silence_ms", silenceMs, 100, 60_000);
    }
}
