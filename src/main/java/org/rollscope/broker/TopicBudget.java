package org.rollscope.broker;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many topics the clients of a broker may invent: each costs some ten kilobytes, for as long as it is used, or for ever where a message
 * is retained. Without a bound a stranger fills the memory of the service with ever new ones.
 *
 * <p><b>Source.</b> chosen by us, record 0020: thirty rollers have 300 topics. <b>Threads.</b> Any.
 */
final class TopicBudget {
    /** Topics that were used last; who comes back to one of them invents nothing. */
    private static final int KNOWN_LIMIT_COUNT = 2000;
    /** Topics with a retained message. */
    private static final int RETAINED_LIMIT_COUNT = 2000;
    /** New ones at once... */
    private static final int BURST_COUNT = 500;
    /** ...and so many more with each {@link #refill}; unused ones are forgotten after half a minute. */
    private static final int REFILL_COUNT = 100;
    /** Time from one refill to the next. */
    static final int REFILL_S = 10;

    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN_LIMIT_COUNT;
        }
    };

    private final Set<String> retained = new HashSet<>();
    private int leftCount = BURST_COUNT;

    /** Gives new topics; to be called every {@link #REFILL_S}. */
    synchronized void refill() {
        leftCount = Math.min(BURST_COUNT, leftCount + REFILL_COUNT);
    }

    /** Whether a topic, or a filter of a subscription, may be used now. */
    synchronized boolean admits(String topic) {
        if (known.get(topic) != null) {
            return true;
        }
        if (leftCount == 0) {
            return false;
        }
        leftCount--;
        known.put(topic, true);
        return true;
    }

    /** Whether a message may be retained on a topic; an empty one clears it. */
    synchronized boolean admitsRetained(String topic, boolean clears) {
        if (clears) {
            retained.remove(topic);
            return true;
        }
        return retained.contains(topic) || (retained.size() < RETAINED_LIMIT_COUNT && retained.add(topic));
    }
}
