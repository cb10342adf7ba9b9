/* SPDX-License-Identifier: Apache-2.0
 * Reads an EDF+ or BDF+ file with EDFlib, which is not ours, and prints all signals as a table: a header of labels, then physical values.
 * read_edf FILE; the annotations and the smallest steps go to standard error. Exit 1 when EDFlib refuses the file. */
#include <edflib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    struct edf_hdr_struct header;
    if (argc != 2 || edfopen_file_readonly(argv[1], &header, EDFLIB_READ_ALL_ANNOTATIONS)) {
        fprintf(stderr, "EDFlib refuses it: error %d\n", header.filetype);
        return 1;
    }
    long long count = header.signalparam[0].smp_in_file;
    double **values = calloc((size_t)header.edfsignals, sizeof *values);
    for (int signal = 0; signal < header.edfsignals; signal++) {
        values[signal] = malloc((size_t)count * sizeof **values);
        if (edfread_physical_samples(header.handle, signal, (int)count, values[signal]) != count) return 1;
        char *label = header.signalparam[signal].label;
        for (size_t end = strlen(label); end > 0 && label[end - 1] == ' '; end--) label[end - 1] = 0;
        printf("%s%s", signal ? "," : "", label);
        double step = (header.signalparam[signal].phys_max - header.signalparam[signal].phys_min) /
                      ((double)header.signalparam[signal].dig_max - header.signalparam[signal].dig_min);
        fprintf(stderr, "step %s %.9g missing %.9g\n", label, step, header.signalparam[signal].phys_min);
    }
    printf("\n");
    for (long long row = 0; row < count; row++) {
        for (int signal = 0; signal < header.edfsignals; signal++)
            printf("%s%.9g", signal ? "," : "", values[signal][row]);
        printf("\n");
    }
    for (int at = 0; at < header.annotations_in_file; at++) {
        struct edf_annotation_struct note;
        edf_get_annotation(header.handle, at, &note);
        fprintf(stderr, "annotation %.6f %s %s\n", (double)note.onset / EDFLIB_TIME_DIMENSION, note.duration, note.annotation);
    }
    return edfclose_file(header.handle) != 0;
}
