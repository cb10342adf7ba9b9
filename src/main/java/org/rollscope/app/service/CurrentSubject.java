package org.rollscope.app.service;

import java.util.function.Supplier;
import org.rollscope.app.shell.Subject;

/** Who is on the roller, which commands may change. <b>Threads.</b> Any. */
final class CurrentSubject implements Supplier<Subject> {
    private volatile Subject subject;

    CurrentSubject(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Subject get() {
        return subject;
    }

    void become(Subject other) {
        subject = other;
    }
}
