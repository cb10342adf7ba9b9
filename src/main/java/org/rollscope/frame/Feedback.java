package org.rollscope.frame;

/**
 * Light, tone and vibration at the roller, which work without a network and without a look at a screen.
 *
 * <p><b>Errors.</b> None: what is not there stays silent. <b>Threads.</b> The source's own; must not wait.
 */
public interface Feedback {
    /** A roller without any of it. */
    Feedback NONE = signal -> {};

    /** Begins a signal, in place of one that still goes on; it ends by itself. */
    void show(FeedbackSignal signal);
}
