package org.rollscope.viewer.parts;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** Keys without Ctrl or Alt that hold in the whole window, but not while somebody types. */
public final class PlainKeys {
    private PlainKeys() {}

    /**
     * Has a key do something as long as a component is seen.
     *
     * @param owner what must be seen.
     * @param stroke as {@link KeyStroke#getKeyStroke(String)} reads it.
     * @param action on the event dispatch thread.
     */
    public static void bind(JComponent owner, String stroke, Runnable action) {
        owner.registerKeyboardAction(
                event -> {
                    if (!somebodyTypes()) {
                        action.run();
                    }
                },
                KeyStroke.getKeyStroke(stroke),
                JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private static boolean somebodyTypes() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner instanceof JTextComponent || owner instanceof JComboBox<?>;
    }
}
