package org.rollscope.command;

/** Does what it is told. <b>Threads.</b> Called from the connection's; must not wait. */
public interface CommandReceiver {
    /**
     * Takes a command that is sound, in time and new.
     *
     * @param request what to do.
     * @param reply is answered once, now or later.
     */
    void receive(CommandRequest request, CommandReply reply);
}
