package org.rollscope.programme.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingFactor;

/**
 * The one gate before all guidance: decides from what was written down whether a person may be guided.
 *
 * <p>Recording, looking at data, exporting and deleting never ask it. <b>Source.</b> domain study 1.4, record 0043.
 * <b>Threads.</b> Stateless.
 */
public final class GuidanceGate {
    private final HealthLog log;
    private final LocalDate today;
    private final List<Clearance.Reason> reasons = new ArrayList<>();
    private final Set<BodyPlace> excluded = new LinkedHashSet<>();
    private final List<Clearance.PlacedFactor> factors = new ArrayList<>();

    private GuidanceGate(HealthLog log, LocalDate today) {
        this.log = log;
        this.today = today;
    }

    /**
     * Decides.
     *
     * @param log what was written down.
     * @param today the day on which it is to hold.
     * @param settings when a screening is due again.
     */
    public static Clearance decide(HealthLog log, LocalDate today, ScreeningSettings settings) {
        GuidanceGate gate = new GuidanceGate(log, today);
        gate.consent();
        gate.illness();
        LocalDate dueOn = gate.due(settings);
        log.lastScreening().ifPresent(gate::answers);
        return new Clearance(
                log.athleteId(), today.toString(), gate.reasons, gate.excluded, gate.factors, dueOn.toString());
    }

    /**
     * What lowers a ceiling after the last answers, also when the questions are due again: who has cramps keeps the lower ceiling until
     * a new answer.
     */
    public static List<CeilingFactor> factors(HealthLog log, BodyPlace place, LocalDate today) {
        return decide(log, today, new ScreeningSettings(1, 0)).factors(place);
    }

    private void say(Clearance.Kind kind, String question, String words) {
        reasons.add(new Clearance.Reason(kind, question, words));
    }

    private void consent() {
        Optional<HealthEntry.Consent> last = HealthLog.last(log.consents());
        String how = "; rollscope athlete consent " + log.athleteId() + " shows what is recorded and asks";
        if (last.isEmpty()) {
            say(Clearance.Kind.NO_CONSENT, "", "nobody has agreed to what is recorded" + how);
        } else if (!last.get().given()) {
            say(
                    Clearance.Kind.NO_CONSENT,
                    "",
                    "the consent was withdrawn on " + last.get().date() + how);
        } else if (last.get().textVersion() != ConsentText.VERSION) {
            say(Clearance.Kind.NO_CONSENT, "", "what is recorded has changed since the consent" + how);
        }
    }

    private void illness() {
        HealthLog.last(log.illnesses())
                .filter(HealthEntry.Illness::ill)
                .ifPresent(ill -> say(
                        Clearance.Kind.ILL,
                        "",
                        "ill since " + ill.date() + "; when well again: rollscope athlete well " + log.athleteId()));
    }

    /** The day on which the questions are due. */
    private LocalDate due(ScreeningSettings settings) {
        String how = "; rollscope athlete screen " + log.athleteId() + " asks";
        Optional<HealthEntry.Screening> last = log.lastScreening();
        if (last.isEmpty()) {
            say(Clearance.Kind.NOT_SCREENED, "", "the health questions were never answered" + how);
            return today;
        }
        HealthEntry.Screening screening = last.get();
        LocalDate dueOn = LocalDate.parse(screening.date()).plusDays(settings.validDays());
        String why = "";
        if (screening.version() != Questionnaire.VERSION) {
            why = "the health questions have changed since " + screening.date();
        } else if (isAfter(log.illnesses(), screening)) {
            why = "there was an illness after the health questions of " + screening.date();
        } else if (isAfter(log.demands(), screening)) {
            HealthEntry.ScreeningDemand demand = HealthLog.last(log.demands()).orElseThrow();
            why = demand.by() + " wants the health questions asked again: " + demand.reason();
        } else if (!dueOn.isAfter(today)) {
            why = "the health questions were answered on " + screening.date() + ", and hold " + settings.validDays()
                    + " days";
        }
        if (!why.isEmpty()) {
            say(Clearance.Kind.SCREENING_DUE, "", why + how);
            return today;
        }
        if (!dueOn.minusDays(settings.remindDays()).isAfter(today)) {
            say(Clearance.Kind.DUE_SOON, "", "the health questions are due on " + dueOn + how);
        }
        return dueOn;
    }

    private static boolean isAfter(List<? extends HealthEntry> entries, HealthEntry screening) {
        return entries.stream().anyMatch(entry -> entry.sequence() > screening.sequence());
    }

    private void answers(HealthEntry.Screening screening) {
        for (Answer answer : screening.answers()) {
            if (answer.reply() != Answer.Reply.NO) {
                Questionnaire.find(answer.question()).ifPresent(question -> consequence(question, answer, screening));
            }
        }
    }

    private void consequence(Question question, Answer answer, HealthEntry.Screening screening) {
        String said = (answer.reply() == Answer.Reply.UNSURE ? "not sure about " : "yes to ") + question.key() + " on "
                + screening.date();
        switch (question.consequence()) {
            case BLOCKING -> block(question, said);
            case LOCAL_EXCLUSION -> {
                if (answer.places().isEmpty()) {
                    block(question, said);
                } else {
                    excluded.addAll(answer.places());
                    say(Clearance.Kind.EXCLUDED, question.key(), said + ": left out are " + spoken(answer.places()));
                }
            }
            case EXTREME_CARE -> {
                CeilingFactor factor = CeilingFactor.care(said);
                factors.add(new Clearance.PlacedFactor(answer.places(), factor));
                say(
                        Clearance.Kind.CARE,
                        question.key(),
                        said + ": ceiling x " + factor.factorRatio()
                                + (answer.places().isEmpty() ? " everywhere" : " on " + spoken(answer.places())));
            }
            case SPECIAL_TRAINING -> approval(question, said, "somebody with special training (coach)");
            case PROFESSIONAL_APPROVAL -> approval(question, said, "a doctor or physiotherapist");
        }
    }

    private void block(Question question, String said) {
        say(
                Clearance.Kind.BLOCKED,
                question.key(),
                said + ": no guidance; ask a professional, and answer again when it has changed");
    }

    /** The last approval counts, until its day, also over a later screening with the same answer. */
    private void approval(Question question, String said, String whose) {
        Optional<HealthEntry.Approval> approval = log.approvals().stream()
                .filter(one -> one.question().equals(question.key()) && mayApprove(question, one.role()))
                .max(Comparator.comparingInt(HealthEntry.Approval::sequence));
        String how = "; " + whose + " may approve: rollscope athlete approve " + log.athleteId() + " --question "
                + question.key() + " --by NAME --role ROLE --until DATE";
        if (approval.isEmpty()) {
            say(Clearance.Kind.NEEDS_APPROVAL, question.key(), said + how);
            return;
        }
        HealthEntry.Approval one = approval.get();
        String whom = one.role().word() + " " + one.by()
                + (one.confirmedBy().isEmpty() ? "" : ", confirmed by coach " + one.confirmedBy());
        if (LocalDate.parse(one.until()).isBefore(today)) {
            say(
                    Clearance.Kind.NEEDS_APPROVAL,
                    question.key(),
                    said + ": the approval of " + whom + " ended on " + one.until() + how);
        } else {
            say(Clearance.Kind.APPROVED, question.key(), said + ": approved by " + whom + " until " + one.until());
        }
    }

    /** Whether somebody in a role may approve in spite of a question. */
    public static boolean mayApprove(Question question, HealthEntry.Role role) {
        return switch (question.consequence()) {
            case PROFESSIONAL_APPROVAL -> role.isProfessional();
            case SPECIAL_TRAINING -> role != HealthEntry.Role.SELF;
            case BLOCKING, LOCAL_EXCLUSION, EXTREME_CARE -> false;
        };
    }

    private static String spoken(List<BodyPlace> places) {
        return places.stream().map(BodyPlace::spoken).collect(Collectors.joining(", "));
    }
}
