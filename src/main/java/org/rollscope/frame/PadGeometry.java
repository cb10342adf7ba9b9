package org.rollscope.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the pads of a tool sit: on a roller or a stick a grid of equal tiles, columns around it and rows along its axis.
 *
 * <p>On a ball there is neither column nor row: where its pads are says {@link BallPads}, and rows and columns here only lay them out
 * for people, eight to a line. Its tiles have the area of a panel.
 *
 * <p><b>Units.</b> Millimetres and radians in the roller's own axes, drawn in {@code hardware/README.md}: z along the
 * axis, column 0 on +x, columns counted from +x towards +y. Pad index = row * columns + column.
 *
 * <p><b>Source.</b> The tools of the wire specification, section "frame"; sizes of balls: decision record 0046; of the stick: 0049.
 *
 * @param geometryId number that the board's hello carries, 1 to 255.
 * @param name what people call it.
 * @param rowCount rows along the axis, 1 to 16.
 * @param columnCount columns around the roller, 3 to 64.
 * @param tileWidthMm extent of one tile around the roller.
 * @param tileLengthMm extent of one tile along the axis.
 * @param radiusMm axis, or middle of a ball, to unloaded tile surface.
 */
public record PadGeometry(
        int geometryId,
        String name,
        int rowCount,
        int columnCount,
        double tileWidthMm,
        double tileLengthMm,
        double radiusMm) {

    /** The reference roller: 48 tiles of 34 x 30 mm, twelve around by four along. */
    public static final PadGeometry REFERENCE = new PadGeometry(1, "reference", 4, 12, 34, 30, 65);

    /** The starter roller: 24 tiles of 34 x 60 mm, twelve around by two along. */
    public static final PadGeometry STARTER = new PadGeometry(2, "starter", 2, 12, 34, 60, 65);

    /** A ball as hard and large as one for lacrosse: 63 mm, rigid. */
    public static final PadGeometry LACROSSE_BALL = ball(3, "lacrosse", 31.5);

    /** A ball as soft and large as one for tennis: 67 mm, soft. */
    public static final PadGeometry TENNIS_BALL = ball(4, "tennis", 33.5);

    /** A massage ball: 75 mm, firm. */
    public static final PadGeometry MASSAGE_BALL = ball(5, "massage", 37.5);

    /** A stick of 40 mm with a handle at each end: 32 tiles, eight around by four along its middle 120 mm. */
    public static final PadGeometry STICK = stick(6, "stick", 20);

    private static final List<PadGeometry> KNOWN =
            List.of(REFERENCE, STARTER, LACROSSE_BALL, TENNIS_BALL, MASSAGE_BALL, STICK);
    private static final int FIRST_BALL_ID = 3;
    private static final int LAST_BALL_ID = 5;
    private static final int STICK_ID = 6;

    private static PadGeometry ball(int geometryId, String name, double radiusMm) {
        double sideMm = Math.sqrt(4 * Math.PI * radiusMm * radiusMm / BallPads.padCount());
        return new PadGeometry(geometryId, name, 4, BallPads.padCount() / 4, sideMm, sideMm, radiusMm);
    }

    private static PadGeometry stick(int geometryId, String name, double radiusMm) {
        return new PadGeometry(geometryId, name, 4, 8, 2 * Math.PI * radiusMm / 8, 30, radiusMm);
    }

    /** Refuses a grid that no roller can have. */
    public PadGeometry {
        if (geometryId < 1 || geometryId > 255) {
            throw new IllegalArgumentException("geometryId must be 1..255, was " + geometryId);
        }
        if (rowCount < 1 || columnCount < 3 || rowCount * columnCount > 64) {
            throw new IllegalArgumentException("a roller has 1 row or more, 3 columns or more and 64 pads at most, was "
                    + rowCount + " x " + columnCount);
        }
        if (!(tileWidthMm > 0 && tileLengthMm > 0 && radiusMm > 0)) {
            throw new IllegalArgumentException("tile and radius must be over 0 mm");
        }
    }

    /**
     * The geometry with a number.
     *
     * @param geometryId as in the hello.
     * @return the roller.
     * @throws IllegalArgumentException when no roller of this software has that number.
     */
    public static PadGeometry of(int geometryId) {
        for (PadGeometry known : KNOWN) {
            if (known.geometryId == geometryId) {
                return known;
            }
        }
        throw new IllegalArgumentException("geometryId must be one of " + words() + ", was " + geometryId
                + "; this software is older than the roller");
    }

    private static String words() {
        List<String> words = new ArrayList<>();
        KNOWN.forEach(known -> words.add(known.geometryId + " (" + known.name + ")"));
        return String.join(", ", words);
    }

    /** Tells whether this software knows a geometry. */
    public static boolean isKnown(int geometryId) {
        return KNOWN.stream().anyMatch(known -> known.geometryId == geometryId);
    }

    /** All that this software knows, by number. */
    public static List<PadGeometry> all() {
        return KNOWN;
    }

    /** Those of one kind of tool, by number. */
    public static List<PadGeometry> all(ToolKind kind) {
        return KNOWN.stream().filter(known -> known.tool() == kind).toList();
    }

    /**
     * What presses on a limb, as one word in files: all rollers are {@code roller}, whatever their pads, since the same limb lies on them
     * in the same way; then {@code lacrosse_ball}, {@code tennis_ball}, {@code massage_ball} and {@code stick}. Pressures, doses and pain at
     * a pressure are only compared between sessions of the same word. Of a number that this software does not know it is
     * {@code geometry_9}.
     */
    public static String toolWord(int geometryId) {
        if (!isKnown(geometryId)) {
            return "geometry_" + geometryId;
        }
        PadGeometry geometry = of(geometryId);
        return geometry.tool() == ToolKind.BALL
                ? geometry.name() + "_" + ToolKind.BALL.word()
                : geometry.tool().word();
    }

    /** What kind of tool the pads sit on. */
    public ToolKind tool() {
        if (geometryId == STICK_ID) {
            return ToolKind.STICK;
        }
        return geometryId >= FIRST_BALL_ID && geometryId <= LAST_BALL_ID ? ToolKind.BALL : ToolKind.ROLLER;
    }

    /** Number of pads, 1 to 64. */
    public int padCount() {
        return rowCount * columnCount;
    }

    /** Row of a pad, from 0 at the lowest z. */
    public int rowIndex(int padIndex) {
        return padIndex / columnCount;
    }

    /** Column of a pad, from 0 at +x. */
    public int columnIndex(int padIndex) {
        return padIndex % columnCount;
    }

    /** Body angle of a pad's centre, 0 to 2 pi, from +x towards +y. */
    public double columnAngleRad(int padIndex) {
        return 2 * Math.PI * columnIndex(padIndex) / columnCount;
    }

    /** Body angles of all pads' centres, see {@link #columnAngleRad}; the caller's own. */
    public double[] padAnglesRad() {
        double[] anglesRad = new double[padCount()];
        for (int padIndex = 0; padIndex < anglesRad.length; padIndex++) {
            anglesRad[padIndex] = columnAngleRad(padIndex);
        }
        return anglesRad;
    }

    /** Place of a pad's centre along the axis; 0 is the middle of the roller. */
    public double axialMm(int padIndex) {
        return (rowIndex(padIndex) - (rowCount - 1) / 2.0) * tileLengthMm;
    }

    /** Area of one tile. */
    public double tileAreaMm2() {
        return tileWidthMm * tileLengthMm;
    }
}
