package org.rollscope.programme.effect;

import org.rollscope.programme.progress.SettingBounds;

/**
 * When weeks show a trend. <b>Source.</b> Record 0047.
 *
 * @param leastWeeksCount weeks with figures that are needed, 4 to 26; with three even a perfect order comes by chance once in three times.
 * @param chanceRatio most of all orders of the same weeks that are as clear as the one seen, 0.01 to 0.2; large calls more a trend.
 */
public record EffectSettings(int leastWeeksCount, double chanceRatio) {
    /** Refuses values that make no sense. */
    public EffectSettings {
        SettingBounds.check("least_weeks_count", leastWeeksCount, 4, 26);
        SettingBounds.check("chance_ratio", chanceRatio, 0.01, 0.2);
    }
}
