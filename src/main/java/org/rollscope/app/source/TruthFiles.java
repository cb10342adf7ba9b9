package org.rollscope.app.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.SimulatedMoment;
import org.rollscope.simulation.TruthEvent;
import org.rollscope.simulation.TruthLabels;

/** Writes what is true in a simulated session: events, frames and, for the simulated board, voltages. */
final class TruthFiles {
    private static final int MS_PER_S = 1000;

    private final Simulation simulation;
    private final Path folder;
    private final boolean boardTrace;

    TruthFiles(Simulation simulation, Path folder, boolean boardTrace) {
        this.simulation = simulation;
        this.folder = folder;
        this.boardTrace = boardTrace;
    }

    void write() throws IOException {
        List<TruthEvent> events = labels();
        writeEvents(events);
        writeFrames(new TruthStates(events));
    }

    private List<TruthEvent> labels() {
        AthleteSimulation athlete = simulation.start();
        TruthLabels labels = TruthLabels.of(athlete);
        while (athlete.step()) {
            labels.accept(athlete.moment());
        }
        return labels.events();
    }

    private void writeEvents(List<TruthEvent> events) throws IOException {
        AthleteSimulation athlete = simulation.start();
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.truth/1")
                .put("scenario", simulation.scenario().word())
                .put("seed", simulation.seed());
        document.set("parameters", JsonOutput.JSON.valueToTree(athlete.parameters()));
        ArrayNode list = document.putArray("events");
        for (TruthEvent event : events) {
            list.addObject()
                    .put("type", event.type())
                    .put("start_ms", event.startMs())
                    .put("end_ms", event.endMs())
                    .put("declared_ms", event.startMs())
                    .put("mean_pressure_kpa", event.meanPressureKpa())
                    .put("peak_pressure_kpa", event.peakPressureKpa())
                    .put("ceiling_kpa", athlete.ceilingKpa());
        }
        Files.writeString(folder.resolve("truth.json"), JsonOutput.text(document) + "\n");
    }

    private void writeFrames(TruthStates states) throws IOException {
        int frameStepMs = MS_PER_S / simulation.rateHz();
        AthleteSimulation athlete = simulation.start();
        try (BufferedWriter frames = Files.newBufferedWriter(folder.resolve("truth-frames.csv"));
                BufferedWriter trace = boardTrace ? Files.newBufferedWriter(folder.resolve("board-trace.csv")) : null) {
            frames.write("device_time_us,state,total_force_n,contact_area_mm2,mean_pressure_kpa,peak_pressure_kpa,"
                    + "roll_angle_rad,speed_mm_per_s,activation_ratio,moving");
            int padCount = athlete.moment().padForceN().length;
            frames.write(columns(padCount, "pad_%02d_force_n") + "\n");
            if (trace != null) {
                trace.write("time_us" + columns(padCount, "pad_%02d_mv")
                        + ",accel_x_m_per_s2,accel_y_m_per_s2,accel_z_m_per_s2"
                        + ",gyro_x_rad_per_s,gyro_y_rad_per_s,gyro_z_rad_per_s\n");
            }
            while (athlete.step()) {
                SimulatedMoment moment = athlete.moment();
                if (moment.timeMs() % frameStepMs == 0) {
                    frames.write(frameRow(moment, states.word(moment)));
                }
                writeTraceRow(trace, moment);
            }
        }
    }

    private static String columns(int padCount, String pattern) {
        StringBuilder columns = new StringBuilder();
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            columns.append(',').append(String.format(Locale.ROOT, pattern, padIndex));
        }
        return columns.toString();
    }

    private static String frameRow(SimulatedMoment moment, String state) {
        StringBuilder row = new StringBuilder(512);
        row.append(moment.timeMs() * 1000).append(',').append(state);
        append(row, moment.limbForceN(), 1000);
        append(row, moment.contactAreaMm2(), 10);
        append(row, moment.meanPressureKpa(), 1000);
        append(row, moment.peakPressureKpa(), 1000);
        append(row, moment.rollAngleRad(), 100_000);
        append(row, moment.speedMmPerS(), 1000);
        append(row, moment.activationRatio(), 10_000);
        row.append(',').append(TruthLabels.isMoving(moment) ? 1 : 0);
        for (double forceN : moment.padForceN()) {
            append(row, forceN, 1000);
        }
        return row.append('\n').toString();
    }

    private static void writeTraceRow(@Nullable BufferedWriter trace, SimulatedMoment moment) throws IOException {
        if (trace == null) {
            return;
        }
        StringBuilder row = new StringBuilder(512).append(moment.timeMs() * 1000);
        for (double voltageMv : moment.padVoltageMv()) {
            append(row, voltageMv, 10_000);
        }
        for (double accelMPerS2 : moment.accelMPerS2()) {
            append(row, accelMPerS2, 1_000_000);
        }
        for (double gyroRadPerS : moment.gyroRadPerS()) {
            append(row, gyroRadPerS, 1_000_000);
        }
        trace.write(row.append('\n').toString());
    }

    /** A number rounded to a power of ten; quicker than a formatter, and a trace has millions of them. */
    private static void append(StringBuilder row, double value, long scale) {
        row.append(',').append(Math.round(value * scale) / (double) scale);
    }
}
