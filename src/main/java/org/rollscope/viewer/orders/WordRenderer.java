package org.rollscope.viewer.orders;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/** Muscles and sides as people read them. */
final class WordRenderer extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
            JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
        String words = value instanceof Muscle muscle
                ? muscle.word().replace('_', ' ')
                : value instanceof Side side ? side.word() : String.valueOf(value);
        return super.getListCellRendererComponent(list, words, index, selected, focused);
    }
}
