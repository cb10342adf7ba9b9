package org.rollscope.telemetry;

/** The topics on which rollers are told what to do, and on which they answer. */
public final class ControlTopics {
    /** Last part of the topic that a roller hears. */
    public static final String COMMAND = "command";

    /** The part of an answer's topic before the client's id. */
    public static final String ANSWER = "answer";

    private ControlTopics() {}

    /** Where one roller hears commands. */
    public static String command(String rollerId) {
        return Topic.ROOT + "/" + rollerId + "/" + COMMAND;
    }

    /**
     * Where a roller answers one client; it may write no response topic of another form.
     *
     * @param rollerId who answers.
     * @param clientId MQTT client id of who asked.
     */
    public static String answer(String rollerId, String clientId) {
        return Topic.ROOT + "/" + rollerId + "/" + ANSWER + "/" + clientId;
    }
}
