package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.PadGeometry;

/**
 * What kind of roller a simulated one is.
 *
 * @param geometry its tiles: the reference or the starter roller.
 * @param hardness of its sleeve.
 * @param batch of its pads.
 */
public record RollerMake(PadGeometry geometry, Hardness hardness, PartBatch batch) {
    /** The reference roller with usual parts. */
    public static final RollerMake REFERENCE = new RollerMake(PadGeometry.REFERENCE, Hardness.FIRM, PartBatch.USUAL);

    /** Every make; its place here is its number in a board's serial, so the order stays. */
    private static final List<RollerMake> BY_NUMBER = all();

    private static List<RollerMake> all() {
        List<RollerMake> makes = new ArrayList<>();
        for (PartBatch batch : List.of(PartBatch.USUAL, PartBatch.GOOD, PartBatch.BAD)) {
            for (Hardness hardness : List.of(Hardness.FIRM, Hardness.SOFT, Hardness.RIGID)) {
                for (PadGeometry geometry : List.of(PadGeometry.REFERENCE, PadGeometry.STARTER)) {
                    makes.add(new RollerMake(geometry, hardness, batch));
                }
            }
        }
        return makes;
    }

    /** Number of the make within a board's serial; 0 is {@link #REFERENCE}. */
    int numberIndex() {
        return BY_NUMBER.indexOf(this);
    }

    /** The make with a number; {@link #REFERENCE} for one that nobody has. */
    static RollerMake ofNumber(int numberIndex) {
        return numberIndex < BY_NUMBER.size() ? BY_NUMBER.get(numberIndex) : REFERENCE;
    }
}
