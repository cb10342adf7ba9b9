package org.rollscope.viewer.sound;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays tones on a thread of its own; where there is no audio output it says so once and stays silent.
 *
 * <p><b>Threads.</b> {@link #play} from any, and it never waits; a tone that comes while two wait is dropped.
 */
final class TonePlayer {
    private static final Logger LOG = LoggerFactory.getLogger(TonePlayer.class);
    private static final int WAITING_COUNT = 2;
    private static final long IDLE_S = 30;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, IDLE_S, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_COUNT), task -> {
                Thread made = new Thread(task, "viewer-sound");
                made.setDaemon(true);
                return made;
            });
    private volatile boolean absent;

    TonePlayer() {
        thread.allowCoreThreadTimeOut(true);
    }

    /** Whether it was tried and there is no audio output. */
    boolean isAbsent() {
        return absent;
    }

    /** Somebody wants sound: it is tried again, a headset may have been plugged in. */
    void tryAgain() {
        absent = false;
    }

    void play(Tone tone) {
        if (absent) {
            return;
        }
        try {
            thread.execute(() -> playNow(tone));
        } catch (RejectedExecutionException busy) {
            LOG.debug("a tone was dropped: others wait");
        }
    }

    private void playNow(Tone tone) {
        byte[] samples = tone.samples();
        AudioFormat format = new AudioFormat(Tone.RATE_HZ, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | RuntimeException | LinkageError none) {
            // systems without audio answer with any of them
            absent = true;
            LOG.info("no audio output: {}", none.toString());
        }
    }
}
