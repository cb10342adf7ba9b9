package org.rollscope.export;

/** The text that lies beside every export. */
final class ReadMe {
    static final String PURPOSE = "Recordings of a foam roller with pressure pads and a motion sensor.";

    private ReadMe() {}

    static String of(ExportJob job, ExportFormat format) {
        StringBuilder text = new StringBuilder();
        text.append(job.texts().title()).append("\n\n").append(PURPOSE).append('\n');
        if (!job.texts().note().isEmpty()) {
            text.append('\n').append(job.texts().note()).append('\n');
        }
        text.append("""

                documents/data-dictionary.json says what each table and column is, with its unit.
                documents/SESSION/ has, for each session:
                  session.json      who (a pseudonym), which muscle, the band, all events, what it amounted to
                  calibration.json  how counts became kilopascals, with the points that were measured
                  settings.json     what the events were decided with
                  loss.json         which frames are missing, and why
                %s%sSHA256SUMS: sha256sum -c SHA256SUMS

                Times are session time: the clock that stamped the frames, 0 at the first of them; the table of sessions says whether it
                was the board's or, where it read the sensors itself, the host's. Numbers of the samples are in single precision.
                Pressures are as sure as the calibration says. "Guarding" is always suspected: a pattern in signals,
                never a finding about a person. Nothing here is a diagnosis. Left and right stand beside every index of symmetry; there
                are at least nine formulas for it, and no threshold that is more than convention.

                """.formatted(
                        format.holdsTables()
                                ? ""
                                : "documents/sessions.csv, sides.csv and SESSION/spans.csv: what it all amounted to\n",
                        job.hasNotes() ? notes(format) : ""));
        text.append("Texts in format ")
                .append(format.word())
                .append(": ")
                .append(format.texts())
                .append("\n\n");
        text.append("Written by Rollscope ").append(job.softwareVersion()).append(". ");
        text.append("Authors: ")
                .append(String.join(", ", job.texts().authors()))
                .append(".\n");
        return text.toString();
    }

    private static String notes(ExportFormat format) {
        String file =
                switch (format.word()) {
                    case "csv", "parquet" -> "notes." + format.word();
                    case "bids" -> "documents/notes.csv, and medians in phenotype/ of the data set";
                    default -> "documents/notes.csv";
                };
        return file + ": soreness and range of motion as athletes noted them\n";
    }
}
