package org.rollscope.mqtt;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollscope.command.AnsweredClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the answers of a roller may go: who commands names the topic, and must not make the roller speak anywhere else, nor on ever new
 * topics. What is turned down is counted, and said once. <b>Threads.</b> Any.
 */
final class AnswerTopics {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerTopics.class);

    private final String form;
    private final Pattern pattern;
    private final AnsweredClients clients;
    private final AtomicBoolean newcomersRefused = new AtomicBoolean();
    private final AtomicLong unanswerableCount = new AtomicLong();

    AnswerTopics(String rollerId, long nowNs) {
        form = CommandInlet.answerPath(rollerId, "CLIENT");
        pattern = Pattern.compile(Pattern.quote(CommandInlet.answerPath(rollerId, "")) + "([A-Za-z0-9._-]{1,64})");
        clients = new AnsweredClients(nowNs);
    }

    /** Commands that named a topic and were not answered there. */
    long unanswerableCount() {
        return unanswerableCount.get();
    }

    /**
     * Whom to answer.
     *
     * @param topicPath where an answer is wanted; null or empty for nowhere.
     * @param nowNs the present, by the host's monotonic clock.
     * @return the client's own name; null when nobody is answered.
     */
    @Nullable
    String clientOf(@Nullable String topicPath, long nowNs) {
        if (topicPath == null || topicPath.isEmpty()) {
            return null;
        }
        Matcher matcher = pattern.matcher(topicPath);
        if (!matcher.matches()) {
            if (unanswerableCount.getAndIncrement() == 0) {
                LOG.warn(
                        "a command asks for its answer on '{}'; answers go to {} only, others are not answered",
                        CommandCodec.oneLine(Fields.shortened(topicPath)),
                        form);
            }
            return null;
        }
        String clientId = matcher.group(1);
        if (clients.admits(clientId, nowNs)) {
            return clientId;
        }
        unanswerableCount.incrementAndGet();
        if (newcomersRefused.compareAndSet(false, true)) {
            LOG.warn(
                    "ever new clients ask for answers, '{}' is the last of them; more than {} new ones at once and {} a"
                            + " second are not answered",
                    clientId,
                    AnsweredClients.BURST_COUNT,
                    Math.round(AnsweredClients.RATE_HZ));
        }
        return null;
    }
}
