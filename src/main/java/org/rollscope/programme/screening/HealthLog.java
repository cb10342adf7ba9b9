package org.rollscope.programme.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was written down about one person's health and wishes, oldest first. It only grows.
 *
 * @param athleteId pseudonym.
 * @param consents agreements and their ends.
 * @param screenings answers to the questions.
 * @param approvals of professionals.
 * @param illnesses when ill and well again.
 * @param demands of another screening.
 */
public record HealthLog(
        String athleteId,
        List<HealthEntry.Consent> consents,
        List<HealthEntry.Screening> screenings,
        List<HealthEntry.Approval> approvals,
        List<HealthEntry.Illness> illnesses,
        List<HealthEntry.ScreeningDemand> demands) {
    /** Copies the lists and refuses entries that share a number. */
    public HealthLog {
        consents = List.copyOf(consents);
        screenings = List.copyOf(screenings);
        approvals = List.copyOf(approvals);
        illnesses = List.copyOf(illnesses);
        demands = List.copyOf(demands);
        List<Integer> sequences = Stream.of(consents, screenings, approvals, illnesses, demands)
                .flatMap(List::stream)
                .map(HealthEntry::sequence)
                .toList();
        if (sequences.stream().distinct().count() != sequences.size()) {
            throw new IllegalArgumentException("two entries have the same sequence");
        }
    }

    /** Nothing yet. */
    public static HealthLog empty(String athleteId) {
        return new HealthLog(athleteId, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Number for the next entry. */
    public int nextSequence() {
        return 1 + entries().mapToInt(HealthEntry::sequence).max().orElse(0);
    }

    private Stream<? extends HealthEntry> entries() {
        return Stream.of(consents, screenings, approvals, illnesses, demands).flatMap(List::stream);
    }

    /** The last entry of a list. */
    static <E extends HealthEntry> Optional<E> last(List<E> entries) {
        return entries.stream().max(java.util.Comparator.comparingInt(HealthEntry::sequence));
    }

    /** The screening that counts. */
    public Optional<HealthEntry.Screening> lastScreening() {
        return last(screenings);
    }

    /** Whether the person has agreed to what is recorded, in the wording of today, and not withdrawn. */
    public boolean hasAgreed() {
        return last(consents)
                .filter(consent -> consent.given() && consent.textVersion() == ConsentText.VERSION)
                .isPresent();
    }

    /** The same with one more entry; its number must be the next. */
    public HealthLog with(HealthEntry entry) {
        if (entry.sequence() != nextSequence()) {
            throw new IllegalArgumentException(
                    "the next entry has the sequence " + nextSequence() + ", was " + entry.sequence());
        }
        return new HealthLog(
                athleteId,
                more(consents, entry, HealthEntry.Consent.class),
                more(screenings, entry, HealthEntry.Screening.class),
                more(approvals, entry, HealthEntry.Approval.class),
                more(illnesses, entry, HealthEntry.Illness.class),
                more(demands, entry, HealthEntry.ScreeningDemand.class));
    }

    /** Whether this is another log with entries behind its own, none of which is missing or changed. */
    public boolean continues(HealthLog former) {
        return begins(consents, former.consents)
                && begins(screenings, former.screenings)
                && begins(approvals, former.approvals)
                && begins(illnesses, former.illnesses)
                && begins(demands, former.demands);
    }

    private static <E extends HealthEntry> boolean begins(List<E> entries, List<E> first) {
        return entries.size() >= first.size()
                && entries.subList(0, first.size()).equals(first);
    }

    private static <E extends HealthEntry> List<E> more(List<E> entries, HealthEntry entry, Class<E> type) {
        if (!type.isInstance(entry)) {
            return entries;
        }
        List<E> all = new ArrayList<>(entries);
        all.add(type.cast(entry));
        return all;
    }
}
