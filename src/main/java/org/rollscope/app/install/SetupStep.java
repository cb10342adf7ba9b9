package org.rollscope.app.install;

import java.io.IOException;
import org.rollscope.access.AccessException;

/**
 * One thing that a setup changes.
 *
 * @param words what, in one line.
 * @param action does it.
 */
record SetupStep(String words, Action action) {
    /** Changes something. */
    interface Action {
        void run() throws IOException, AccessException;
    }
}
