package org.rollscope.programme.progress;

/** Settings as they are shipped. */
final class ProgressExamples {
    static final ProgressSettings PROGRESS = new ProgressSettings(0.1, 0.1, 0.8, 20_000, 2, 28, 0.1);
    static final PainSettings PAIN = new PainSettings(2, 1, 3, 7, 8, 0.15);

    private ProgressExamples() {}
}
