package org.rollscope.viewer;

import java.awt.Component;
import java.awt.Container;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** Somebody in front of a window: looks at it, presses keys and buttons, and waits with patience. */
final class Hand {
    private final ViewerWindow window;
    private final Robot robot;

    Hand(ViewerWindow window) throws Exception {
        this.window = window;
        robot = new Robot();
        robot.setAutoDelay(15);
        robot.setAutoWaitForIdle(false);
    }

    static <T> T onSwing(Callable<T> question) throws InterruptedException {
        AtomicReference<T> answer = new AtomicReference<>();
        try {
            SwingUtilities.invokeAndWait(() -> {
                try {
                    answer.set(question.call());
                } catch (Exception mistake) {
                    throw new IllegalStateException(mistake);
                }
            });
        } catch (InvocationTargetException mistake) {
            throw new IllegalStateException(mistake.getCause());
        }
        return answer.get();
    }

    Component find(String name) {
        Component found = Screenshots.named((Container) window.frame().getContentPane(), name);
        if (found == null) {
            throw new IllegalStateException("there is no component " + name);
        }
        return found;
    }

    /** What is to be read there, on screen or by a screen reader. */
    String read(String name) throws InterruptedException {
        return onSwing(() -> {
            Component there = find(name);
            String text = there instanceof JLabel label
                    ? label.getText()
                    : there.getAccessibleContext().getAccessibleName();
            return text == null ? "" : text;
        });
    }

    /** Waits until something can be read there, and says how long it took; the program ends with 1 when it never can. */
    String await(String name, String what, long patienceMs, Predicate<String> wanted) throws InterruptedException {
        long beginNs = System.nanoTime();
        String seen = read(name);
        while (!wanted.test(seen)) {
            if (System.nanoTime() - beginNs > TimeUnit.MILLISECONDS.toNanos(patienceMs)) {
                throw new IllegalStateException("waited in vain for " + what + "; " + name + " reads '" + seen + "'");
            }
            TimeUnit.MILLISECONDS.sleep(20);
            seen = read(name);
        }
        System.out.printf("%s after %d ms: '%s'%n", what, (System.nanoTime() - beginNs) / 1_000_000, seen.strip());
        return seen;
    }

    /** Waits for something that is not to be read. */
    static void await(String what, long patienceMs, Callable<Boolean> wanted) throws Exception {
        long beginNs = System.nanoTime();
        while (!wanted.call()) {
            if (System.nanoTime() - beginNs > TimeUnit.MILLISECONDS.toNanos(patienceMs)) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        System.out.printf("%s after %d ms%n", what, (System.nanoTime() - beginNs) / 1_000_000);
    }

    /** Presses keys of the real keyboard, as {@link KeyEvent} names them. */
    void type(int... keyCodes) throws Exception {
        await(
                "the window has the keyboard",
                10_000,
                () -> onSwing(() -> window.frame().isFocused()));
        for (int keyCode : keyCodes) {
            robot.keyPress(keyCode);
            robot.keyRelease(keyCode);
        }
        robot.waitForIdle();
    }

    void click(String name) throws InterruptedException {
        onSwing(() -> {
            ((AbstractButton) find(name)).doClick();
            return true;
        });
    }

    boolean isEnabled(String name) throws InterruptedException {
        return onSwing(() -> find(name).isEnabled());
    }

    String tip(String name) throws InterruptedException {
        return onSwing(() -> String.valueOf(((JComponent) find(name)).getToolTipText()));
    }

    static void must(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException("not so: " + what);
        }
        System.out.println("so: " + what);
    }
}
