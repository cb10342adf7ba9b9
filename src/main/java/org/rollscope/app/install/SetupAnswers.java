package org.rollscope.app.install;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided, asked or by options.
 *
 * @param source where frames come from, as after {@code --source}.
 * @param rollerId name of the roller.
 * @param athleteId pseudonym.
 * @param isShared whether other machines may watch.
 * @param pins whether light, tone, vibration and buttons are wired to the Pi's pins as documented; null leaves the settings.
 * @param switchesBusesOn whether the Pi's buses are to be switched on.
 */
record SetupAnswers(
        String source,
        String rollerId,
        String athleteId,
        boolean isShared,
        @Nullable Boolean pins,
        boolean switchesBusesOn) {
    boolean isPi() {
        return source.equals("pi") || source.startsWith("pi?");
    }
}
