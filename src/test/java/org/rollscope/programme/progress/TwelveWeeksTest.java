package org.rollscope.programme.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twelve weeks of four kinds of athletes through the real gate and the real review: what a coach would expect. */
class TwelveWeeksTest {
    private static final LocalDate START = LocalDate.parse("2026-01-05");
    private static final long SEED = 1;
    private static final Progression RULES = new Progression(ProgressExamples.PROGRESS, ProgressExamples.PAIN);
    private static final Map<Archetype, List<SimulatedWeeks.Week>> PLAYED = new EnumMap<>(Archetype.class);

    @BeforeAll
    static void play() {
        for (Archetype archetype : Archetype.values()) {
            PLAYED.put(archetype, SimulatedWeeks.play(archetype, RULES, 12, START, SEED));
            PLAYED.get(archetype).forEach(week -> System.out.println(row(archetype, week)));
        }
    }

    private static String row(Archetype archetype, SimulatedWeeks.Week week) {
        return String.format(
                Locale.ROOT,
                "%-14s week %2d  %d sessions  worst pain %4.1f  %-8s %-13s hold %2d s  share %.3f  %s",
                archetype.word(),
                week.weekIndex(),
                week.doneCount(),
                week.painNrs(),
                week.decision().kind().word(),
                week.decision().rule().word(),
                week.decision().after().dose().holdMs() / 1000,
                week.decision().after().intensity().ceilingRatio(),
                week.decision().why());
    }

    private static List<ProgressRule> rules(Archetype archetype) {
        return PLAYED.get(archetype).stream()
                .map(week -> week.decision().rule())
                .toList();
    }

    private static long count(Archetype archetype, ProgressRule.Kind kind) {
        return rules(archetype).stream().filter(rule -> rule.kind() == kind).count();
    }

    @ParameterizedTest
    @EnumSource
    void oneVariableChangesByATenthAtMost(Archetype archetype) {
        for (SimulatedWeeks.Week week : PLAYED.get(archetype)) {
            var before = week.decision().before();
            var after = week.decision().after();
            double holdRatio = (double) after.dose().holdMs() / before.dose().holdMs();
            double shareRatio =
                    after.intensity().ceilingRatio() / before.intensity().ceilingRatio();
            assertTrue(holdRatio == 1 || shareRatio == 1, row(archetype, week));
            assertTrue(holdRatio <= 1.1 + 1e-9 && shareRatio <= 1.1 + 1e-9, row(archetype, week));
            assertEquals(before.dose().sessionsPerWeekCount(), after.dose().sessionsPerWeekCount());
            assertEquals(before.dose().spotCount(), after.dose().spotCount());
            assertFalse(week.decision().why().isBlank());
            boolean changed = holdRatio != 1 || shareRatio != 1;
            assertEquals(changed, week.decision().kind() != ProgressRule.Kind.KEEP, row(archetype, week));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameWeeks(Archetype archetype) {
        assertEquals(PLAYED.get(archetype), SimulatedWeeks.play(archetype, RULES, 12, START, SEED));
    }

    @Test
    void whoImprovesGoesOnEveryWeekAndNeverBack() {
        assertEquals(0, count(Archetype.IMPROVING, ProgressRule.Kind.REGRESS), rules(Archetype.IMPROVING)::toString);
        assertTrue(count(Archetype.IMPROVING, ProgressRule.Kind.PROGRESS) >= 10, rules(Archetype.IMPROVING)::toString);
    }

    @Test
    void whoDoesNotEaseIsNotGivenMoreAndMore() {
        List<ProgressRule> rules = rules(Archetype.PLATEAU);
        assertEquals(0, count(Archetype.PLATEAU, ProgressRule.Kind.REGRESS), rules::toString);
        assertEquals(ProgressRule.ON_TRACK, rules.get(0), "nobody knows yet that nothing eases");
        assertTrue(
                rules.subList(6, 12).stream().allMatch(rule -> rule == ProgressRule.NO_GAIN),
                "after six weeks it is known: " + rules);
    }

    @Test
    void whoPressesTooHardStepsBackUntilTheyDoNot() {
        List<ProgressRule> rules = rules(Archetype.OVER_PRESSER);
        assertTrue(
                rules.subList(0, 6).stream().noneMatch(rule -> rule.kind() == ProgressRule.Kind.PROGRESS),
                rules::toString);
        assertTrue(rules.subList(0, 4).stream().allMatch(rule -> rule == ProgressRule.GUARDING), rules::toString);
        assertTrue(
                rules.subList(6, 12).stream().noneMatch(rule -> rule.kind() == ProgressRule.Kind.REGRESS),
                "what was answered is not answered twice: " + rules);
        assertTrue(
                rules.subList(6, 12).stream()
                                .filter(rule -> rule == ProgressRule.ON_TRACK)
                                .count()
                        >= 4,
                rules::toString);
    }

    @Test
    void whoWasIllStepsBackOnceAndGoesOn() {
        List<ProgressRule> rules = rules(Archetype.ILL_IN_WEEK_6);
        assertTrue(
                rules.subList(0, 5).stream().allMatch(rule -> rule.kind() == ProgressRule.Kind.PROGRESS),
                rules::toString);
        assertEquals(ProgressRule.ILLNESS, rules.get(5));
        assertEquals(1, count(Archetype.ILL_IN_WEEK_6, ProgressRule.Kind.REGRESS), rules::toString);
        assertEquals(ProgressRule.Kind.PROGRESS, rules.get(6).kind(), rules::toString);
        Decision ill = PLAYED.get(Archetype.ILL_IN_WEEK_6).get(5).decision();
        assertTrue(ill.after().dose().holdMs() < ill.before().dose().holdMs());
    }

    @Test
    void eachKindHasItsOwnCourse() {
        assertEquals(
                4,
                PLAYED.keySet().stream()
                        .map(TwelveWeeksTest::rules)
                        .map(rules -> rules.stream().map(Enum::name).collect(Collectors.joining(" ")))
                        .distinct()
                        .count());
    }
}
