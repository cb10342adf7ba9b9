package org.rollscope.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollscope.telemetry.ControlTopics;
import org.rollscope.telemetry.DiscoveryTopics;
import org.rollscope.telemetry.Topic;

/**
 * Which topics a user may read and write, as MQTT topic filters: the one source of the embedded broker's checks and of
 * mosquitto's ACL file.
 *
 * @param readable filters; a subscription must lie within one of them.
 * @param writable filters; a message's topic must match one of them.
 */
public record Rights(List<String> readable, List<String> writable) {
    /** Nothing at all. */
    static final Rights NONE = new Rights(List.of(), List.of());

    /** Keeps copies. */
    public Rights {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
    }

    /**
     * The rights of a user.
     *
     * @param role what the user is.
     * @param userName a roller's is its roller id.
     * @param rollerIds all rollers of the broker: a coach commands these.
     */
    static Rights of(Role role, String userName, List<String> rollerIds) {
        return switch (role) {
            case ROLLER -> new Rights(List.of(ControlTopics.command(userName)), ownTopics(userName));
            case COACH ->
                new Rights(
                        List.of(Topic.ROOT + "/#"),
                        rollerIds.stream().map(ControlTopics::command).toList());
            case VIEWER -> new Rights(viewed(), List.of());
            case RESEARCHER -> new Rights(List.of(Topic.ROOT + "/#"), List.of());
        };
    }

    /** What rollers say; and where they introduce themselves, so that Home Assistant may log in as a viewer. */
    private static List<String> viewed() {
        List<String> viewed = new ArrayList<>(List.of(Topic.ROOT + "/+/+"));
        viewed.addAll(DiscoveryTopics.FILTERS);
        return viewed;
    }

    private static List<String> ownTopics(String rollerId) {
        List<String> own = new ArrayList<>(Arrays.stream(Topic.values())
                .map(topic -> topic.path(rollerId))
                .filter(path -> !path.equals(ControlTopics.command(rollerId)))
                .toList());
        own.add(ControlTopics.answer(rollerId, "+"));
        own.add(DiscoveryTopics.card(rollerId));
        return own;
    }

    /** Whether every topic of a subscription's filter may be read; share names are taken off first. */
    public boolean mayRead(String filter) {
        return readable.stream().anyMatch(allowed -> covers(allowed, filter));
    }

    /** Whether a message may be sent to a topic. */
    public boolean mayWrite(String topic) {
        return topic.indexOf('+') < 0
                && topic.indexOf('#') < 0
                && writable.stream().anyMatch(allowed -> covers(allowed, topic));
    }

    /** Whether every topic that matches {@code inner} matches {@code outer}. */
    static boolean covers(String outer, String inner) {
        String[] outerLevels = outer.split("/", -1);
        String[] innerLevels = inner.split("/", -1);
        for (int index = 0; index < outerLevels.length; index++) {
            if (outerLevels[index].equals("#")) {
                return true;
            }
            boolean one = index < innerLevels.length && !innerLevels[index].equals("#");
            if (!one || !(outerLevels[index].equals("+") || outerLevels[index].equals(innerLevels[index]))) {
                return false;
            }
        }
        return outerLevels.length == innerLevels.length;
    }
}
