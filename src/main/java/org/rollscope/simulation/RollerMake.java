package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

/**
 * What kind of roller, ball or stick a simulated one is.
 *
 * @param geometry its tiles: which roller, which ball, or the stick.
 * @param hardness of its sleeve; that of a ball and of the stick follows from the geometry.
 * @param batch of its pads.
 */
public record RollerMake(PadGeometry geometry, Hardness hardness, PartBatch batch) {
    /** The reference roller with usual parts. */
    public static final RollerMake REFERENCE = new RollerMake(PadGeometry.REFERENCE, Hardness.FIRM, PartBatch.USUAL);

    /** Every make; its place here is its number in a board's serial, so the order stays. */
    private static final List<RollerMake> BY_NUMBER = all();

    /** Refuses a ball or stick as hard as it is not. */
    public RollerMake {
        if (!geometry.tool().comesInHardnesses() && hardness != hardnessOf(geometry)) {
            throw new IllegalArgumentException("the " + geometry.tool().word() + " '" + geometry.name() + "' is "
                    + hardnessOf(geometry).word() + ", not " + hardness.word());
        }
    }

    private static List<RollerMake> all() {
        List<RollerMake> makes = new ArrayList<>();
        for (PartBatch batch : List.of(PartBatch.USUAL, PartBatch.GOOD, PartBatch.BAD)) {
            for (Hardness hardness : List.of(Hardness.FIRM, Hardness.SOFT, Hardness.RIGID)) {
                for (PadGeometry geometry : List.of(PadGeometry.REFERENCE, PadGeometry.STARTER)) {
                    makes.add(new RollerMake(geometry, hardness, batch));
                }
            }
        }
        for (PartBatch batch : List.of(PartBatch.USUAL, PartBatch.GOOD, PartBatch.BAD)) {
            for (PadGeometry ball : PadGeometry.all(ToolKind.BALL)) {
                makes.add(ofOneHardness(ball, batch));
            }
        }
        for (PartBatch batch : List.of(PartBatch.USUAL, PartBatch.GOOD, PartBatch.BAD)) {
            makes.add(ofOneHardness(PadGeometry.STICK, batch));
        }
        return makes;
    }

    /** A ball or a stick: how hard it is follows from which one it is. */
    public static RollerMake ofOneHardness(PadGeometry geometry, PartBatch batch) {
        return new RollerMake(geometry, hardnessOf(geometry), batch);
    }

    /** Any tool: as hard as wished where it comes in several hardnesses, otherwise as hard as it is. */
    public static RollerMake of(PadGeometry geometry, Hardness wished, PartBatch batch) {
        return new RollerMake(geometry, geometry.tool().comesInHardnesses() ? wished : hardnessOf(geometry), batch);
    }

    private static Hardness hardnessOf(PadGeometry geometry) {
        if (geometry.equals(PadGeometry.LACROSSE_BALL)) {
            return Hardness.RIGID;
        }
        return geometry.equals(PadGeometry.TENNIS_BALL) ? Hardness.SOFT : Hardness.FIRM;
    }

    /** Radius of the roller that would make a contact of the same area on a limb: its own, or for a ball a smaller one. */
    double likeRollerOfMm(double limbRadiusMm) {
        double radiusMm = geometry.radiusMm();
        return switch (geometry.tool()) {
            case ROLLER, STICK -> radiusMm;
            // The radii about both axes of a ball's contact are R and R Rl / (R + Rl).
            case BALL -> radiusMm * radiusMm / (radiusMm + limbRadiusMm);
        };
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
