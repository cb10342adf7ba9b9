package org.rollscope.telemetry;

/**
 * A message that is kept until somebody has it, as it is sent.
 *
 * <p><b>Threads.</b> Immutable as long as nobody writes into its payload.
 */
public final class KeptMessage {
    private final long keptIndex;
    private final Topic topic;
    private final byte[] payload;

    /**
     * A message.
     *
     * @param keptIndex its place in the order, 1 or more; grows, with holes, over restarts of the service.
     * @param topic where it is said.
     * @param payload what is said; not copied.
     */
    public KeptMessage(long keptIndex, Topic topic, byte[] payload) {
        this.keptIndex = keptIndex;
        this.topic = topic;
        this.payload = payload;
    }

    /** Its place in the order. */
    public long keptIndex() {
        return keptIndex;
    }

    /** Where it is said. */
    public Topic topic() {
        return topic;
    }

    /** What is said; not a copy. */
    public byte[] payload() {
        return payload;
    }
}
