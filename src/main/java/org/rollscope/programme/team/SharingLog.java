package org.rollscope.programme.team;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.ProfileDate;

/**
 * What an athlete lets a coach see, and where it went; it only grows.
 *
 * @param athleteId pseudonym.
 * @param agreements oldest first; the last one holds.
 * @param places folders to which something went, in the order of their first time.
 */
public record SharingLog(String athleteId, List<Agreement> agreements, List<Place> places) {
    /** Copies the lists. */
    public SharingLog {
        agreements = List.copyOf(agreements);
        places = List.copyOf(places);
    }

    /**
     * An agreement, or its withdrawal.
     *
     * @param date day, ISO-8601.
     * @param level what may be seen from now on.
     * @param textVersion wording that was shown.
     * @param by who agreed.
     */
    public record Agreement(String date, SharingLevel level, int textVersion, String by) {
        /** Refuses what is no agreement. */
        public Agreement {
            ProfileDate.check("date", date);
            if (textVersion < 1) {
                throw new IllegalArgumentException("text_version must be 1 or more, was " + textVersion);
            }
            if (by.isBlank() || by.length() > 100) {
                throw new IllegalArgumentException("by must have 1..100 characters");
            }
        }
    }

    /**
     * A folder to which something went.
     *
     * @param folder absolute path.
     * @param firstDate when first, ISO-8601.
     */
    public record Place(String folder, String firstDate) {
        /** Refuses what is no day. */
        public Place {
            ProfileDate.check("first_date", firstDate);
        }
    }

    /** Nothing yet. */
    public static SharingLog empty(String athleteId) {
        return new SharingLog(athleteId, List.of(), List.of());
    }

    /** What may be seen: the last word, in the wording of today. */
    public SharingLevel level() {
        if (agreements.isEmpty()) {
            return SharingLevel.NONE;
        }
        Agreement last = agreements.get(agreements.size() - 1);
        return last.textVersion() == SharingText.VERSION ? last.level() : SharingLevel.NONE;
    }

    /** The same with one more agreement. */
    public SharingLog with(Agreement agreement) {
        List<Agreement> more = new ArrayList<>(agreements);
        more.add(agreement);
        return new SharingLog(athleteId, more, places);
    }

    /** The same with a folder, if it is not there yet. */
    public SharingLog with(Place place) {
        if (places.stream().anyMatch(one -> one.folder().equals(place.folder()))) {
            return this;
        }
        List<Place> more = new ArrayList<>(places);
        more.add(place);
        return new SharingLog(athleteId, agreements, more);
    }

    /** Whether this is another log with more behind it, nothing of which is missing or changed. */
    public boolean continues(SharingLog former) {
        return begins(agreements, former.agreements) && begins(places, former.places);
    }

    private static <E> boolean begins(List<E> entries, List<E> first) {
        return entries.size() >= first.size()
                && entries.subList(0, first.size()).equals(first);
    }
}
