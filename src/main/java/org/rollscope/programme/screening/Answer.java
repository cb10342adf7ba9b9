package org.rollscope.programme.screening;

import java.util.List;
import org.rollscope.athlete.BodyPlace;

/**
 * An answer to one question.
 *
 * @param question key of the question.
 * @param reply yes, no or not sure.
 * @param places which muscles it is about; empty for none in particular.
 */
public record Answer(String question, Reply reply, List<BodyPlace> places) {
    /** What can be answered. */
    public enum Reply {
        /** It is so. */
        YES,
        /** It is not so. */
        NO,
        /** Not sure: taken as yes, because a professional is then to be asked. */
        UNSURE;

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Copies the list and refuses muscles that answer nothing. */
    public Answer {
        places = List.copyOf(places);
        if (reply == Reply.NO && !places.isEmpty()) {
            throw new IllegalArgumentException(
                    "the answer no to " + question + " names muscles; take them away, or say yes");
        }
    }

    /** An answer about no muscle in particular. */
    public static Answer of(String question, Reply reply) {
        return new Answer(question, reply, List.of());
    }
}
