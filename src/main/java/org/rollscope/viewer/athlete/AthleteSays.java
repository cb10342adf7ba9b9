package org.rollscope.viewer.athlete;

import org.rollscope.command.RoutineAction;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.Orders;

/**
 * What the athlete says, by keys or buttons, to the service of the selected roller; nothing where none is selected.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class AthleteSays implements RoutineStrip.Actions {
    private final ViewerModel model;
    private final Orders orders;
    private final Runnable told;

    /**
     * Nothing is said yet.
     *
     * @param model knows the selected roller.
     * @param orders takes it to the service.
     * @param told runs after something was said.
     */
    AthleteSays(ViewerModel model, Orders orders, Runnable told) {
        this.model = model;
        this.orders = orders;
        this.told = told;
    }

    private interface Telling {
        void tell(Orders to, String rollerId);
    }

    private void tell(Telling order) {
        String rollerId = model.selectedRollerId();
        if (rollerId != null) {
            order.tell(orders, rollerId);
            told.run();
        }
    }

    /** Pain from 0 to 10, or {@link PainKeys#NOTHING}. */
    void pain(int painNrs) {
        if (painNrs != PainKeys.NOTHING) {
            tell((to, rollerId) -> to.pain(rollerId, painNrs));
        }
    }

    void feltRelease() {
        tell(Orders::feltRelease);
    }

    void marker() {
        tell(Orders::marker);
    }

    /** A routine is to begin. */
    void guide(RollContext context, boolean warmedUp) {
        tell((to, rollerId) -> to.beginRoutine(rollerId, context, warmedUp));
    }

    @Override
    public void skip() {
        goOn(RoutineAction.SKIP);
    }

    @Override
    public void end() {
        goOn(RoutineAction.END);
    }

    /** Nothing is told where nobody is guided: a key that was hit by mistake needs no refusal. */
    private void goOn(RoutineAction action) {
        RoutineState state = model.readout().routine();
        if (state != null && !state.isOver()) {
            tell((to, rollerId) -> to.goOnWithRoutine(rollerId, action));
        }
    }
}
