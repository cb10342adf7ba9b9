package org.rollscope.app.service;

import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;

/** An opener for a recording that brings its own calibration. */
record OpenerWithCalibration(SessionOpener opener, RollerCalibration brought) implements SessionOpener {
    /** The opener itself when nothing was brought. */
    static SessionOpener of(SessionOpener opener, @Nullable RollerCalibration brought) {
        return brought == null ? opener : new OpenerWithCalibration(opener, brought);
    }

    @Override
    public RollerCalibration calibration(BoardHello hello) {
        return brought;
    }

    @Override
    public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
        return opener.describe(hello, calibration, sinceMs);
    }

    @Override
    public SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException {
        return opener.record(record, calibration);
    }
}
