package org.rollscope.programme.screening;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.BodyPlace;

/** People who have agreed and answered. */
public final class HealthExamples {
    private HealthExamples() {}

    /** No to everything. */
    static List<Answer> no() {
        return Questionnaire.QUESTIONS.stream()
                .map(question -> Answer.of(question.key(), Answer.Reply.NO))
                .toList();
    }

    /** Agreed, and no to everything. */
    public static HealthLog cleared(String athleteId, String date) {
        return screened(agreed(athleteId, date), no(), date);
    }

    static HealthLog agreed(String athleteId, String date) {
        return HealthLog.empty(athleteId).with(new HealthEntry.Consent(1, date, ConsentText.VERSION, true, athleteId));
    }

    static HealthLog screened(HealthLog log, List<Answer> answers, String date) {
        return log.with(new HealthEntry.Screening(
                log.nextSequence(), date, Questionnaire.VERSION, log.athleteId(), HealthEntry.Role.SELF, answers));
    }

    /** Then screened again with yes to one question. */
    public static HealthLog answering(HealthLog log, String question, List<BodyPlace> places, String date) {
        return answering(log, new Answer(question, Answer.Reply.YES, places), date);
    }

    static HealthLog answering(HealthLog log, Answer answer, String date) {
        List<Answer> answers = new ArrayList<>(no());
        answers.replaceAll(one -> one.question().equals(answer.question()) ? answer : one);
        return screened(log, answers, date);
    }
}
