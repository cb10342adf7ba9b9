package org.rollscope.programme.screening;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rollscope.athlete.ProfileDate;

/** One thing that was written down about a person's health or wishes; it is never changed, only followed by others. */
public sealed interface HealthEntry {
    /** Running number in the person's log: says what came before what on one day. */
    int sequence();

    /** Day, ISO-8601. */
    String date();

    /** As whom somebody speaks. */
    enum Role {
        /** The athlete. */
        SELF,
        /** A coach. */
        COACH,
        /** A physiotherapist. */
        PHYSIOTHERAPIST,
        /** A doctor. */
        DOCTOR;

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether this is a professional of health. */
        public boolean isProfessional() {
            return this == DOCTOR || this == PHYSIOTHERAPIST;
        }
    }

    /**
     * Agreement to what is recorded, or its end.
     *
     * @param sequence running number.
     * @param date day.
     * @param textVersion which wording, {@link ConsentText#VERSION}.
     * @param given false when it was withdrawn.
     * @param by who agreed: the athlete's pseudonym, or who may speak for the athlete.
     */
    record Consent(int sequence, String date, int textVersion, boolean given, String by) implements HealthEntry {
        /** Refuses what is no consent. */
        public Consent {
            check(sequence, date, by);
        }
    }

    /**
     * Answers to all questions.
     *
     * @param sequence running number.
     * @param date day.
     * @param version of the questions.
     * @param by who answered or confirmed the answers.
     * @param role as whom.
     * @param answers one for each question.
     */
    record Screening(int sequence, String date, int version, String by, Role role, List<Answer> answers)
            implements HealthEntry {
        /** Refuses questions answered twice; those of today must all be answered. */
        public Screening {
            check(sequence, date, by);
            answers = List.copyOf(answers);
            Set<String> answered = new HashSet<>();
            for (Answer answer : answers) {
                if (!answered.add(answer.question())) {
                    throw new IllegalArgumentException("the question " + answer.question() + " is answered twice");
                }
            }
            if (version == Questionnaire.VERSION) {
                checkComplete(answers, answered);
            }
        }

        private static void checkComplete(List<Answer> answers, Set<String> answered) {
            for (Question question : Questionnaire.QUESTIONS) {
                if (!answered.contains(question.key())) {
                    throw new IllegalArgumentException("the question " + question.key() + " is not answered");
                }
            }
            for (Answer answer : answers) {
                Question question = Questionnaire.find(answer.question())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "there is no question " + answer.question() + "; there are " + Questionnaire.keys()));
                boolean yes = answer.reply() == Answer.Reply.YES;
                if (yes && question.asksWhere() && answer.places().isEmpty()) {
                    throw new IllegalArgumentException(
                            "yes to " + question.key() + " must name the muscles, as calf:left; they are left out");
                }
                if (!answer.places().isEmpty() && !question.mayAskWhere()) {
                    throw new IllegalArgumentException(
                            question.key() + " is about the whole person and names no muscle");
                }
            }
        }
    }

    /**
     * Somebody with the right to it approves in spite of an answer.
     *
     * @param sequence running number.
     * @param date day.
     * @param question key of the question.
     * @param by who approved.
     * @param role as whom.
     * @param confirmedBy coach who heard of it and wrote it down; empty when it was the one who approved, or the athlete.
     * @param until last day on which it holds.
     */
    record Approval(int sequence, String date, String question, String by, Role role, String confirmedBy, String until)
            implements HealthEntry {
        /** Refuses an approval that cannot be one. */
        public Approval {
            check(sequence, date, by);
            ProfileDate.check("until", until);
            if (LocalDate.parse(until).isBefore(LocalDate.parse(date))) {
                throw new IllegalArgumentException("an approval until " + until + " is over before " + date);
            }
            if (confirmedBy.length() > 100) {
                throw new IllegalArgumentException("confirmedBy must have 0..100 characters");
            }
        }
    }

    /**
     * The athlete is ill, or well again.
     *
     * @param sequence running number.
     * @param date first day of it.
     * @param ill false: well again from this day on.
     */
    record Illness(int sequence, String date, boolean ill) implements HealthEntry {
        /** Refuses what is no day. */
        public Illness {
            check(sequence, date, "self");
        }
    }

    /**
     * Somebody wants the questions asked again.
     *
     * @param sequence running number.
     * @param date day.
     * @param by who.
     * @param reason why, for people.
     */
    record ScreeningDemand(int sequence, String date, String by, String reason) implements HealthEntry {
        /** Refuses one without a reason. */
        public ScreeningDemand {
            check(sequence, date, by);
            if (reason.isBlank() || reason.length() > 200) {
                throw new IllegalArgumentException("a reason has 1..200 characters");
            }
        }
    }

    private static void check(int sequence, String date, String by) {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be 1 or more, was " + sequence);
        }
        ProfileDate.check("date", date);
        if (by.isBlank() || by.length() > 100) {
            throw new IllegalArgumentException("who it is by must have 1..100 characters");
        }
    }
}
