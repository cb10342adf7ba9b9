package org.rollscope.programme;

import org.rollscope.programme.effect.EffectSettings;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.screening.ScreeningSettings;

/**
 * What a programme reads of the settings: the sections {@code screening}, {@code progress}, {@code pain}, {@code routine} and {@code effect}.
 *
 * @param screening when questions are asked again.
 * @param progress how fast plans go on.
 * @param pain what pain means for them.
 * @param routine how a guided routine is paced.
 * @param effect when weeks show a trend.
 */
public record ProgrammeSettings(
        ScreeningSettings screening,
        ProgressSettings progress,
        PainSettings pain,
        RoutineSettings routine,
        EffectSettings effect) {}
