package org.rollscope.mqtt;

import java.util.List;
import java.util.regex.Pattern;
import org.rollscope.telemetry.Topic;

/**
 * A recorder's place among those that share the work.
 *
 * @param group recorders of one group share all messages, each goes to one of them; two groups hear everything twice.
 * @param name tells the members of a group apart; the broker keeps messages for it while it is away.
 */
public record RecorderPlace(String group, String name) {
    /** The group of who names none. */
    public static final String USUAL_GROUP = "rollscope-recorders";

    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,32}");

    /** Refuses names that do not fit into a topic filter or a client id. */
    public RecorderPlace {
        require("group", group);
        require("name", name);
    }

    private static void require(String what, String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(what + " must be 1 to 32 of a-z, 0-9 and -, was '" + word + "'");
        }
    }

    /** Both, because the broker's memory of a client has the group's subscriptions in it. */
    String clientId() {
        return "rollscope-collect-" + group + "-" + name;
    }

    /** What is shared. */
    List<String> filters() {
        return List.of(
                "$share/" + group + "/" + Topic.EVENT.path("+"), "$share/" + group + "/" + Topic.SUMMARY.path("+"));
    }
}
