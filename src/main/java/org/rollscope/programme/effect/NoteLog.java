package org.rollscope.programme.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was written down about how one person's body feels and moves, oldest first. It only grows.
 *
 * @param athleteId pseudonym.
 * @param soreness how sore.
 * @param lengths ranges of motion that are lengths.
 * @param angles ranges of motion that are angles.
 * @param corrections what counts no more.
 */
public record NoteLog(
        String athleteId,
        List<BodyNote.Soreness> soreness,
        List<BodyNote.MotionLength> lengths,
        List<BodyNote.MotionAngle> angles,
        List<BodyNote.Correction> corrections) {
    /** Copies the lists and refuses notes that share a number. */
    public NoteLog {
        soreness = List.copyOf(soreness);
        lengths = List.copyOf(lengths);
        angles = List.copyOf(angles);
        corrections = List.copyOf(corrections);
        List<Integer> sequences = Stream.of(soreness, lengths, angles, corrections)
                .flatMap(List::stream)
                .map(BodyNote::sequence)
                .toList();
        if (sequences.stream().distinct().count() != sequences.size()) {
            throw new IllegalArgumentException("two notes have the same sequence");
        }
    }

    /** Nothing yet. */
    public static NoteLog empty(String athleteId) {
        return new NoteLog(athleteId, List.of(), List.of(), List.of(), List.of());
    }

    /** Number for the next note. */
    public int nextSequence() {
        return 1
                + Stream.concat(all().stream(), corrections.stream())
                        .mapToInt(BodyNote::sequence)
                        .max()
                        .orElse(0);
    }

    /** Every observation in the order in which it was written down, also what was taken back. */
    public List<BodyNote.Observation> all() {
        return Stream.of(soreness, lengths, angles)
                .<BodyNote.Observation>flatMap(List::stream)
                .sorted(Comparator.comparingInt(BodyNote::sequence))
                .toList();
    }

    /** Whether an observation counts no more. */
    public boolean isTakenBack(BodyNote.Observation note) {
        return corrections.stream().anyMatch(correction -> correction.takenBackSequence() == note.sequence());
    }

    /** What counts, in the order in which it was written down. */
    public List<BodyNote.Observation> standing() {
        Set<Integer> gone =
                corrections.stream().map(BodyNote.Correction::takenBackSequence).collect(Collectors.toSet());
        return all().stream().filter(note -> !gone.contains(note.sequence())).toList();
    }

    /** The last that counts. */
    public Optional<BodyNote.Observation> last() {
        List<BodyNote.Observation> standing = standing();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }

    /** The same with one more note; its number must be the next. */
    public NoteLog with(BodyNote note) {
        if (note.sequence() != nextSequence()) {
            throw new IllegalArgumentException(
                    "the next note has the sequence " + nextSequence() + ", was " + note.sequence());
        }
        return new NoteLog(
                athleteId,
                more(soreness, note, BodyNote.Soreness.class),
                more(lengths, note, BodyNote.MotionLength.class),
                more(angles, note, BodyNote.MotionAngle.class),
                more(corrections, note, BodyNote.Correction.class));
    }

    /** Whether this is another log with notes behind its own, none of which is missing or changed. */
    public boolean continues(NoteLog former) {
        return begins(soreness, former.soreness)
                && begins(lengths, former.lengths)
                && begins(angles, former.angles)
                && begins(corrections, former.corrections);
    }

    private static <N> boolean begins(List<N> notes, List<N> first) {
        return notes.size() >= first.size() && notes.subList(0, first.size()).equals(first);
    }

    private static <N extends BodyNote> List<N> more(List<N> notes, BodyNote note, Class<N> type) {
        if (!type.isInstance(note)) {
            return notes;
        }
        List<N> all = new ArrayList<>(notes);
        all.add(type.cast(note));
        return all;
    }
}
