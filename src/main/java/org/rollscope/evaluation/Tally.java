package org.rollscope.evaluation;

/** A sum over frames or sessions; two of them make a share, a rate or a root mean square. */
enum Tally {
    /** Sessions. */
    SESSION,
    /** Length of the sessions in milliseconds. */
    SESSION_MS,
    /** True contact in milliseconds. */
    CONTACT_MS,
    /** Frames with a true limb force from 50 to 450 N. */
    FORCE_FRAME,
    /** Of these, with a force within 10 %. */
    FORCE_RIGHT,
    /** Found force of these frames. */
    FORCE_FOUND_N,
    /** True force of these frames. */
    FORCE_TRUE_N,
    /** Tiles of the limb's side with a true pressure from 10 to 120 kPa. */
    TILE,
    /** Of these, with a pressure within 15 %. */
    TILE_RIGHT,
    /** Frames in which the angle is judged. */
    ANGLE_FRAME,
    /** Squared angle errors of these. */
    ANGLE_SQUARE_RAD2,
    /** Frames with a true speed over 10 mm/s. */
    SPEED_FRAME,
    /** Of these, with a speed within 5 %. */
    SPEED_RIGHT,
    /** Seconds with a true mean speed over 10 mm/s. */
    SPEED_SECOND,
    /** Of these, with a mean speed within 5 %. */
    SPEED_SECOND_RIGHT,
    /** Found travel of these frames, in the true direction. */
    SPEED_FOUND,
    /** True travel of these frames. */
    SPEED_TRUE,
    /** Frames in which moving or still is judged. */
    MOTION_FRAME,
    /** Of these, right at their very moment. */
    MOTION_RIGHT_NOW,
    /** Of these, right within 0.2 s. */
    MOTION_RIGHT,
    /** Sessions with strokes, or with found ones. */
    STROKE_SESSION,
    /** Of these, those that count one stroke in twenty, or one, too many or too few at most. */
    STROKE_SESSION_RIGHT,
    /** True releases after which the hold goes on for five seconds or more. */
    OUTLASTED_RELEASE,
    /** Of these, the found ones. */
    OUTLASTED_RELEASE_FOUND;
}
