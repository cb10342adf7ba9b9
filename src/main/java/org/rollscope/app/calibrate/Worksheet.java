package org.rollscope.app.calibrate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.calibration.CalibrationPlan;
import org.rollscope.calibration.CalibrationSheet;
import org.rollscope.calibration.SheetRow;
import org.rollscope.frame.BoardHello;

/**
 * A calibration's readings as a table beside the calibration: one line more, on the disk, for every reading, so that nothing
 * measured is lost and a calibration that was stopped goes on.
 *
 * <p>Same columns as {@code hardware/calibration/worksheet.csv}. <b>Threads.</b> One.
 */
final class Worksheet {
    private static final String SUFFIX = ".worksheet.csv";
    private static final String COLUMNS = "kind,pad_index,repeat_index,direction,load_n,mean_counts,up_rad";
    private static final int COLUMN_COUNT = 7;

    private final Path file;
    private final String head;

    private Worksheet(Path file, String head) {
        this.file = file;
        this.head = head;
    }

    /** The worksheet beside a calibration file. */
    static Worksheet beside(Path calibrationFile, BoardHello hello, CalibrationPlan plan) {
        String name = calibrationFile.getFileName().toString().replaceAll("\\.json$", "");
        String head = "# rollscope.worksheet/1 board_serial=" + hello.boardSerial() + " adc_bits=" + hello.adcBits()
                + " gyro_full_scale_rad_per_s=" + hello.gyroFullScaleRadPerS() + " loads_n=" + plan.loadsN()
                + " repeat_count=" + plan.repeatCount() + " check_loads_n=" + plan.checkLoadsN();
        return new Worksheet(calibrationFile.resolveSibling(name + SUFFIX), head);
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Puts the worksheet away under a name of its own. */
    void putAside(String word) throws IOException {
        String name = file.getFileName().toString();
        Path aside = file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + "-" + word + SUFFIX);
        for (int index = 2; Files.exists(aside); index++) {
            aside = file.resolveSibling(
                    name.substring(0, name.length() - SUFFIX.length()) + "-" + word + "-" + index + SUFFIX);
        }
        Files.move(file, aside);
    }

    /**
     * Reads what was measured before; a last line that was cut off is left out.
     *
     * @throws CommandFailure when it belongs to another roller or was begun with other masses.
     */
    void readInto(CalibrationSheet sheet) throws CommandFailure, IOException {
        String text = Files.readString(file);
        int endIndex = text.lastIndexOf('\n') + 1;
        if (endIndex < text.length()) {
            Files.writeString(file, text.substring(0, endIndex)); // so that the next line begins where a line begins
        }
        List<String> lines = text.substring(0, endIndex).lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(head)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " was begun for another roller, other masses or other repeats; --again puts it aside");
        }
        for (int lineIndex = 2; lineIndex < lines.size(); lineIndex++) {
            try {
                sheet.add(row(lines.get(lineIndex)));
            } catch (IllegalArgumentException damaged) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        file + ":" + (lineIndex + 1) + ": is no reading (" + damaged.getMessage()
                                + "); mend or delete the line",
                        damaged);
            }
        }
    }

    private static SheetRow row(String line) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMN_COUNT) {
            throw new IllegalArgumentException(columns.length + " columns of " + COLUMN_COUNT);
        }
        return new SheetRow(
                SheetRow.Kind.ofWord(columns[0]),
                Integer.parseInt(columns[1]),
                Integer.parseInt(columns[2]),
                columns[3].equals("up"),
                Double.parseDouble(columns[4]),
                Double.parseDouble(columns[5]),
                Double.parseDouble(columns[6]));
    }

    /** Adds a reading; it is on the disk when this returns. */
    void add(SheetRow row) throws IOException {
        StringBuilder lines = new StringBuilder();
        if (!exists()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            lines.append(head).append('\n').append(COLUMNS).append('\n');
        }
        lines.append(String.join(
                        ",",
                        row.kind().word(),
                        Integer.toString(row.padIndex()),
                        Integer.toString(row.repeatIndex()),
                        row.loading() ? "up" : "down",
                        Double.toString(row.loadN()),
                        Double.toString(row.meanCounts()),
                        Double.toString(row.upRad())))
                .append('\n');
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(java.nio.ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        }
    }
}
