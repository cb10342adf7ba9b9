package org.rollscope.programme.screening;

/**
 * When a screening is due again.
 *
 * @param validDays days after which the questions are asked again; small: asked often, large: a change of health goes
 *     unnoticed. 1 to 366. <b>Source.</b> Chosen by us, record 0043.
 * @param remindDays so many days before that it is said that they are due soon, 0 to 90.
 */
public record ScreeningSettings(int validDays, int remindDays) {
    /** Refuses values that make no sense. */
    public ScreeningSettings {
        if (validDays < 1 || validDays > 366) {
            throw new IllegalArgumentException("valid_days must be 1..366, was " + validDays);
        }
        if (remindDays < 0 || remindDays > 90) {
            throw new IllegalArgumentException("remind_days must be 0..90, was " + remindDays);
        }
    }
}
