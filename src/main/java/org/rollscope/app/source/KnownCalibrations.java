package org.rollscope.app.source;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CalibrationAge;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.CalibrationFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.SimulatedRoller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the calibration of a board in the settings folder, and calibrates simulated rollers on the simulated bench. */
public final class KnownCalibrations {
    private static final Logger LOG = LoggerFactory.getLogger(KnownCalibrations.class);

    private final CalibrationFolder folder;
    private final HostClock clock;

    public KnownCalibrations(CalibrationFolder folder, HostClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Reads all calibrations for nobody: the first reading loads the classes for it, and a board that has said who it is sends on
     * while its own is looked for.
     */
    public void rehearse() {
        folder.all(new ArrayList<>());
    }

    /** The calibration of a board; null, and a line in the log, when there is none that fits. */
    @Nullable
    public RollerCalibration of(BoardHello hello) {
        if (!PadGeometry.isKnown(hello.geometryId())) {
            LOG.warn(
                    "board {} has pad geometry {}, which this software does not know; use a newer Rollscope",
                    hello.boardSerial(),
                    hello.geometryId());
            return null;
        }
        try {
            Optional<RollerCalibration> found = folder.find(hello.boardSerial());
            if (found.isPresent()) {
                tellAge(found.get());
                return fitting(found.get(), hello);
            }
        } catch (SettingsException damaged) {
            LOG.warn("{}", damaged.getMessage());
        }
        if (SimulatedRoller.isSimulated(hello.boardSerialId())) {
            LOG.info("board {} is a simulated roller: it is calibrated on the simulated bench", hello.boardSerial());
            return SimulatedCalibration.ofBoard(hello.boardSerialId());
        }
        return null;
    }

    private void tellAge(RollerCalibration calibration) {
        LocalDate today = LocalDate.ofInstant(clock.wallClock(), ZoneOffset.UTC);
        String words = calibration.calibrationId() + ", " + CalibrationAge.words(calibration, today);
        if (CalibrationAge.isOld(calibration, today)) {
            LOG.warn("calibration {}: pads creep, measure again with rollscope calibrate", words);
        } else {
            LOG.info("calibration {}", words);
        }
    }

    private static @Nullable RollerCalibration fitting(RollerCalibration calibration, BoardHello hello) {
        if (calibration.adcBits() == hello.adcBits() && calibration.geometryId() == hello.geometryId()) {
            return calibration;
        }
        LOG.warn(
                "calibration {} was made for another converter or other pads than board {} has",
                calibration.calibrationId(),
                hello.boardSerial());
        return null;
    }
}
