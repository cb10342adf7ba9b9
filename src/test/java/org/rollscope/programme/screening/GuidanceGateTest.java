package org.rollscope.programme.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/** Every answer has its consequence. */
class GuidanceGateTest {
    private static final String DAY = "2026-03-02";
    private static final LocalDate TODAY = LocalDate.parse(DAY);
    private static final ScreeningSettings SETTINGS = new ScreeningSettings(90, 14);
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final BodyPlace OTHER_CALF = new BodyPlace(Muscle.CALF, Side.RIGHT);

    private static final HealthLog CLEARED = HealthExamples.cleared("anna", DAY);

    private static Clearance decide(HealthLog log) {
        return GuidanceGate.decide(log, TODAY, SETTINGS);
    }

    private static List<Clearance.Kind> kinds(Clearance clearance) {
        return clearance.reasons().stream().map(Clearance.Reason::kind).toList();
    }

    private static Stream<String> keys(Question.Consequence consequence) {
        return Questionnaire.QUESTIONS.stream()
                .filter(question -> question.consequence() == consequence)
                .map(Question::key);
    }

    static Stream<String> blocking() {
        return keys(Question.Consequence.BLOCKING);
    }

    static Stream<String> approved() {
        return Stream.concat(
                keys(Question.Consequence.PROFESSIONAL_APPROVAL), keys(Question.Consequence.SPECIAL_TRAINING));
    }

    @Test
    void whoAgreedAndAnsweredNoIsGuidedEverywhere() {
        Clearance clearance = decide(CLEARED);
        assertTrue(clearance.isGuided());
        assertEquals(List.of(), clearance.reasons());
        assertEquals("2026-05-31", clearance.dueOn());
        GuidancePass pass = clearance.pass(CALF).orElseThrow();
        assertEquals("anna", pass.athleteId());
        assertEquals(CALF, pass.place());
        assertEquals(DAY, pass.date());
    }

    @Test
    void nobodyIsGuidedBeforeTheFirstScreeningAndConsent() {
        Clearance nothing = decide(HealthLog.empty("anna"));
        assertEquals(List.of(Clearance.Kind.NO_CONSENT, Clearance.Kind.NOT_SCREENED), kinds(nothing));
        assertTrue(nothing.pass(CALF).isEmpty());
        assertEquals(List.of(Clearance.Kind.NOT_SCREENED), kinds(decide(HealthExamples.agreed("anna", DAY))));
        assertEquals(
                List.of(Clearance.Kind.NO_CONSENT),
                kinds(decide(HealthExamples.screened(HealthLog.empty("anna"), HealthExamples.no(), DAY))));
    }

    @Test
    void aWithdrawnConsentAndAnOldWordingRefuse() {
        HealthLog withdrawn = CLEARED.with(new HealthEntry.Consent(3, DAY, ConsentText.VERSION, false, "anna"));
        assertEquals(List.of(Clearance.Kind.NO_CONSENT), kinds(decide(withdrawn)));
        HealthLog again = withdrawn.with(new HealthEntry.Consent(4, DAY, ConsentText.VERSION, true, "anna"));
        assertTrue(decide(again).isGuided());
        HealthLog old = CLEARED.with(new HealthEntry.Consent(3, DAY, ConsentText.VERSION - 1, true, "anna"));
        assertEquals(List.of(Clearance.Kind.NO_CONSENT), kinds(decide(old)));
    }

    @ParameterizedTest
    @MethodSource("blocking")
    void aBlockingAnswerRefusesAndNobodyMayApproveIt(String key) {
        HealthLog blocked = HealthExamples.answering(CLEARED, key, List.of(), DAY);
        Clearance clearance = decide(blocked);
        assertFalse(clearance.isGuided());
        assertTrue(clearance.pass(CALF).isEmpty());
        assertEquals(List.of(Clearance.Kind.BLOCKED), kinds(clearance));
        assertEquals(key, clearance.reasons().get(0).question());
        HealthLog approved = blocked.with(approval(blocked, key, HealthEntry.Role.DOCTOR, "2027-01-01"));
        assertFalse(decide(approved).isGuided());
        assertTrue(decide(HealthExamples.screened(blocked, HealthExamples.no(), DAY))
                .isGuided());
    }

    @ParameterizedTest
    @MethodSource("blocking")
    void notSureIsTakenAsYes(String key) {
        HealthLog unsure = HealthExamples.answering(CLEARED, Answer.of(key, Answer.Reply.UNSURE), DAY);
        assertFalse(decide(unsure).isGuided());
        assertTrue(decide(unsure).refusals().get(0).startsWith("not sure about " + key));
    }

    private static HealthEntry.Approval approval(HealthLog log, String key, HealthEntry.Role role, String until) {
        return new HealthEntry.Approval(log.nextSequence(), DAY, key, "Dr. Berg", role, "", until);
    }

    @ParameterizedTest
    @MethodSource("approved")
    void anAnswerThatAsksForApprovalRefusesUntilThereIsOneAndAfterItsEnd(String key) {
        HealthLog asked = HealthExamples.answering(CLEARED, key, List.of(), DAY);
        assertEquals(List.of(Clearance.Kind.NEEDS_APPROVAL), kinds(decide(asked)));
        HealthLog self = asked.with(approval(asked, key, HealthEntry.Role.SELF, "2026-03-10"));
        assertFalse(decide(self).isGuided(), "nobody approves of oneself");
        HealthLog approved = asked.with(approval(asked, key, HealthEntry.Role.DOCTOR, "2026-03-10"));
        assertTrue(decide(approved).isGuided());
        assertEquals(List.of(Clearance.Kind.APPROVED), kinds(decide(approved)));
        Clearance last = GuidanceGate.decide(approved, LocalDate.parse("2026-03-10"), SETTINGS);
        Clearance after = GuidanceGate.decide(approved, LocalDate.parse("2026-03-11"), SETTINGS);
        assertTrue(last.isGuided());
        assertFalse(after.isGuided());
        assertTrue(after.refusals().get(0).contains("ended on 2026-03-10"), after.refusals()::toString);
    }

    @ParameterizedTest
    @CsvSource({"blood_pressure, COACH, false", "pregnancy, COACH, true", "blood_pressure, PHYSIOTHERAPIST, true"})
    void aCoachMayApproveOnlyWhatTrainingIsEnoughFor(String key, HealthEntry.Role role, boolean guided) {
        HealthLog asked = HealthExamples.answering(CLEARED, key, List.of(), DAY);
        assertEquals(guided, decide(asked.with(approval(asked, key, role, DAY))).isGuided());
    }

    @Test
    void varicoseVeinsLeaveTheirMuscleOutAndNoOther() {
        Clearance clearance = decide(HealthExamples.answering(CLEARED, "varicose_veins", List.of(CALF), DAY));
        assertTrue(clearance.isGuided());
        assertTrue(clearance.pass(CALF).isEmpty());
        assertTrue(clearance.pass(OTHER_CALF).isPresent());
        assertEquals(List.of(CALF), clearance.excluded());
        HealthLog nowhere = HealthExamples.answering(CLEARED, Answer.of("varicose_veins", Answer.Reply.UNSURE), DAY);
        assertFalse(decide(nowhere).isGuided(), "not sure where: nowhere");
        assertThrows(
                IllegalArgumentException.class,
                () -> HealthExamples.answering(CLEARED, "varicose_veins", List.of(), DAY));
    }

    @Test
    void crampsLowerTheCeilingWhereTheyAreOrEverywhere() {
        HealthLog there = HealthExamples.answering(CLEARED, "tight_or_cramping", List.of(CALF), DAY);
        assertTrue(decide(there).isGuided());
        assertEquals(0.7, decide(there).factors(CALF).get(0).factorRatio());
        assertEquals(List.of(), decide(there).factors(OTHER_CALF));
        HealthLog everywhere = HealthExamples.answering(CLEARED, "tight_or_cramping", List.of(), DAY);
        assertEquals(1, decide(everywhere).factors(OTHER_CALF).size());
        LocalDate late = TODAY.plusYears(3);
        assertEquals(
                1, GuidanceGate.factors(everywhere, CALF, late).size(), "the lower ceiling stays until a new answer");
    }

    @Test
    void aScreeningIsDueAfterItsDays() {
        assertTrue(GuidanceGate.decide(CLEARED, TODAY.plusDays(89), SETTINGS).isGuided());
        assertEquals(List.of(), kinds(GuidanceGate.decide(CLEARED, TODAY.plusDays(75), SETTINGS)));
        assertEquals(
                List.of(Clearance.Kind.DUE_SOON), kinds(GuidanceGate.decide(CLEARED, TODAY.plusDays(76), SETTINGS)));
        Clearance due = GuidanceGate.decide(CLEARED, TODAY.plusDays(90), SETTINGS);
        assertEquals(List.of(Clearance.Kind.SCREENING_DUE), kinds(due));
        assertEquals("2026-05-31", due.dueOn());
    }

    @Test
    void anIllnessRefusesAndAsksForTheQuestionsAgain() {
        HealthLog ill = CLEARED.with(new HealthEntry.Illness(3, DAY, true));
        assertEquals(List.of(Clearance.Kind.ILL, Clearance.Kind.SCREENING_DUE), kinds(decide(ill)));
        HealthLog well = ill.with(new HealthEntry.Illness(4, DAY, false));
        assertEquals(List.of(Clearance.Kind.SCREENING_DUE), kinds(decide(well)));
        assertTrue(
                decide(HealthExamples.screened(well, HealthExamples.no(), DAY)).isGuided());
    }

    @Test
    void aDemandAsksForTheQuestionsAgain() {
        HealthLog asked = CLEARED.with(new HealthEntry.ScreeningDemand(3, DAY, "coach Kim", "fell on the stairs"));
        assertEquals(List.of(Clearance.Kind.SCREENING_DUE), kinds(decide(asked)));
        assertTrue(
                decide(asked).refusals().get(0).contains("coach Kim"),
                decide(asked).refusals()::toString);
        assertTrue(
                decide(HealthExamples.screened(asked, HealthExamples.no(), DAY)).isGuided());
    }

    @Test
    void anAnswerOfEarlierQuestionsIsNotEnough() {
        HealthLog old = HealthExamples.agreed("anna", DAY)
                .with(new HealthEntry.Screening(
                        2, DAY, Questionnaire.VERSION - 1, "anna", HealthEntry.Role.SELF, List.of()));
        assertEquals(List.of(Clearance.Kind.SCREENING_DUE), kinds(decide(old)));
    }

    @Test
    void aQuestionWithoutAnAnswerIsRefused() {
        List<Answer> missing =
                HealthExamples.no().subList(1, HealthExamples.no().size());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> HealthExamples.screened(HealthExamples.agreed("anna", DAY), missing, DAY));
        assertEquals("the question " + Questionnaire.QUESTIONS.get(0).key() + " is not answered", refused.getMessage());
    }

    @Test
    void theLogOnlyGrows() {
        HealthLog twice = HealthExamples.answering(CLEARED, "fever", List.of(), "2026-03-03");
        assertEquals(2, twice.screenings().size());
        assertEquals(CLEARED.screenings().get(0), twice.screenings().get(0));
        assertThrows(IllegalArgumentException.class, () -> twice.with(new HealthEntry.Illness(1, DAY, true)));
    }

    @Test
    void onlyTheGateMakesAClearanceAndOnlyAClearanceMakesAPass() {
        for (Class<?> type : List.of(Clearance.class, GuidancePass.class)) {
            assertTrue(Modifier.isFinal(type.getModifiers()));
            assertTrue(Arrays.stream(type.getDeclaredConstructors())
                    .noneMatch(constructor -> Modifier.isPublic(constructor.getModifiers())));
        }
    }

    @Test
    void everyConditionOfTheArticlesAndTheConsensusIsAskedFor() {
        Set<String> keys = new HashSet<>();
        for (Question question : Questionnaire.QUESTIONS) {
            assertTrue(keys.add(question.key()), question.key());
            assertTrue(question.english().endsWith("?") && question.german().endsWith("?"), question.key());
            assertFalse(question.english().equals(question.german()));
        }
        assertTrue(keys.containsAll(Set.of(
                "swelling",
                "fracture",
                "blood_clot",
                "rheumatoid_arthritis",
                "aneurysm",
                "skin",
                "blood_pressure",
                "fever",
                "infection",
                "abdominal_surgery",
                "osteoporosis",
                "cancer",
                "varicose_veins",
                "pregnancy",
                "tight_or_cramping",
                "open_wound",
                "osteomyelitis",
                "myositis_ossificans")));
        assertEquals(18, keys.size());
    }
}
