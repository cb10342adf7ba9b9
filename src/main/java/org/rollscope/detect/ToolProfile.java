package org.rollscope.detect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.rollscope.athlete.PressureBand;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;

/**
 * What follows from the tool under a limb: its kind and size, over how much skin it presses, what that does to a personal ceiling, and
 * which events it can tell.
 *
 * <p>The tool follows from the number of the pad geometry that the board declares, so that wire, archive, replay and service know it
 * without being told. How hard a roller's sleeve is does not: that is a setting, because the same core comes in several. An event that does
 * not exist on a tool is never told there, live or recomputed; why not says {@code src/docs/tools.md}, with what was measured.
 *
 * <p><b>Units.</b> Contact areas are those of a usual limb under a usual load: domain study 2 for a roller (47 to 68 cm2), the contact model of
 * 10.3 for balls and the stick, decision records 0046 and 0049. <b>Threads.</b> Immutable.
 *
 * @param geometry of its pads, which says its shape and size.
 * @param contactAreaMm2 over which a usual limb lies on it.
 * @param events that exist on it.
 */
public record ToolProfile(PadGeometry geometry, double contactAreaMm2, Set<EventType> events) {
    /** Area that personal bands are for: a limb on a roller, as profiles have it unless they say otherwise. */
    static final double BAND_AREA_MM2 = 6000;

    /** A usual thigh across the stick under 150 N. */
    private static final double STICK_AREA_MM2 = 2800;

    private static final double HIGHEST_CEILING_KPA = 400;

    /** Copies the set. */
    public ToolProfile {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /**
     * The profile of a tool.
     *
     * @param geometryId as the board's hello declares it.
     * @throws IllegalArgumentException when this software knows no such geometry.
     */
    public static ToolProfile of(int geometryId) {
        PadGeometry geometry = PadGeometry.of(geometryId);
        return switch (geometry.tool()) {
            case ROLLER -> new ToolProfile(geometry, BAND_AREA_MM2, EnumSet.allOf(EventType.class));
            case BALL -> new ToolProfile(geometry, ballAreaMm2(geometry), ballEvents());
            case STICK -> new ToolProfile(geometry, STICK_AREA_MM2, stickEvents());
        };
    }

    private static double ballAreaMm2(PadGeometry geometry) {
        if (geometry.equals(PadGeometry.TENNIS_BALL)) {
            return 2200;
        }
        return geometry.equals(PadGeometry.MASSAGE_BALL) ? 1500 : 1200;
    }

    /** Not what needs changes of a contact's stiffness within a hold: on a ball they do not reach their targets, see tools.md. */
    private static Set<EventType> ballEvents() {
        return EnumSet.complementOf(
                EnumSet.of(EventType.GUARDING, EventType.RELEASE, EventType.SETTLED, EventType.TWITCH));
    }

    /** As a ball, and nothing that rolls. */
    private static Set<EventType> stickEvents() {
        Set<EventType> events = ballEvents();
        events.removeAll(EnumSet.of(EventType.ROLL, EventType.STROKE));
        return events;
    }

    /** What kind of tool it is. */
    public ToolKind kind() {
        return geometry.tool();
    }

    /** Across the tool, foam or felt included. */
    public double diameterMm() {
        return 2 * geometry.radiusMm();
    }

    /** For people, as {@code ball (lacrosse, 63 mm)} or {@code stick (40 mm)}. */
    public String spoken() {
        String which = geometry.name().equals(kind().word()) ? "" : geometry.name() + ", ";
        return String.format(Locale.ROOT, "%s (%s%.0f mm)", kind().word(), which, diameterMm());
    }

    /** Whether an event exists on this tool. */
    public boolean has(EventType type) {
        return events.contains(type);
    }

    /** Whether an event exists on the tool of a geometry; on one that this software does not know all may. */
    public static boolean tells(int geometryId, EventType type) {
        return !PadGeometry.isKnown(geometryId) || of(geometryId).has(type);
    }

    /** Hears only of events that exist on this tool. */
    Consumer<RollerEvent> only(Consumer<RollerEvent> told) {
        return event -> {
            if (has(event.type())) {
                told.accept(event);
            }
        };
    }

    /**
     * A personal band on this tool: the pressure that hurts falls with one over the root of the area.
     *
     * @param onRoller as profile and settings have it, for a limb on a roller.
     */
    public PressureBand band(PressureBand onRoller) {
        return scaled(onRoller, Math.min(pressureRatio(), HIGHEST_CEILING_KPA / onRoller.ceilingKpa()));
    }

    /** How many times the pressure on a roller is alike on this tool: the root of the ratio of the areas, 1 on a roller. */
    public double pressureRatio() {
        return kind() == ToolKind.ROLLER ? 1 : Math.sqrt(BAND_AREA_MM2 / contactAreaMm2);
    }

    /** The band on a roller that would be a given one on this tool: {@link #band} taken back. */
    public PressureBand bandOnRoller(PressureBand onThis) {
        return scaled(onThis, 1 / pressureRatio());
    }

    private PressureBand scaled(PressureBand band, double scaleRatio) {
        return kind() == ToolKind.ROLLER
                ? band
                : new PressureBand(
                        band.floorKpa() * scaleRatio,
                        band.amberKpa() * scaleRatio,
                        band.ceilingKpa() * scaleRatio,
                        band.source());
    }
}
