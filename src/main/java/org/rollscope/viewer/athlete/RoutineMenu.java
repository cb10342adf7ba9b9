package org.rollscope.viewer.athlete;

import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.viewer.look.Texts;

/** When in the day's training it is, asked before a routine begins. <b>Threads.</b> Event dispatch thread. */
final class RoutineMenu {
    /** Begins a routine. */
    interface Begin {
        /** With the moment that was chosen; before training only who says to have warmed up. */
        void begin(RollContext context, boolean warmedUp);
    }

    private RoutineMenu() {}

    /** A menu that begins a routine. */
    static JPopupMenu of(Begin begin) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("routine-menu");
        for (RollContext context : new RollContext[] {
            RollContext.ANY, RollContext.POST_WORKOUT, RollContext.PRE_STRETCH, RollContext.PRE_WORKOUT
        }) {
            JMenuItem item = new JMenuItem(Texts.of("routine.when." + context.word()));
            item.setName("routine-" + context.word());
            item.addActionListener(event -> begin.begin(context, context == RollContext.PRE_WORKOUT));
            menu.add(item);
        }
        return menu;
    }
}
