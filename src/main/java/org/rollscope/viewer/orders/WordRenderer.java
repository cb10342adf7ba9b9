package org.rollscope.viewer.orders;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.viewer.look.BodyWords;

/** Muscles and sides as people read them. */
final class WordRenderer extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
        String words = value instanceof Muscle muscle
                ? BodyWords.of(muscle)
                : value instanceof Side side ? BodyWords.of(side) : String.valueOf(value);
        return super.getListCellRendererComponent(list, words, index, selected, focused);
    }
}
