#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The report as PDF, judged by veraPDF (PDF/A-2b), qpdf and pdftotext: check_pdf.sh FILE.pdf WORDS WORK_FOLDER, from the repository's root.
# Each must refuse a seeded defect. Exit 77 where a judge is missing; the others have been asked then.
set -uo pipefail
pdf=$1 words=$2 work=$3
failed=0 missing=0
mkdir -p "$work" || exit 1

problem() {
    echo "PROBLEM: $1"
    failed=1
}

if command -v qpdf >/dev/null; then
    # 3 is a warning about the number of objects, which openhtmltopdf counts too high by two.
    qpdf --check "$pdf" >"$work/qpdf.txt" 2>&1
    case $? in 0 | 3) ;; *) cat "$work/qpdf.txt"; problem "qpdf refuses the report" ;; esac
    head -c -3000 "$pdf" >"$work/short.pdf"
    qpdf --check "$work/short.pdf" >"$work/short.txt" 2>&1 && problem "qpdf takes a PDF cut short"
    grep -qi damaged "$work/short.txt" || problem "qpdf does not say that a PDF cut short is damaged"
else
    echo "SKIPPED: qpdf is missing"
    missing=1
fi
if command -v pdftotext >/dev/null; then
    pdftotext -layout "$pdf" "$work/page.txt" || problem "pdftotext refuses the report"
    for wanted in "$words" 'released after' 'What these numbers are not' 'holds of 20 to 90 s'; do
        grep -qF -- "$wanted" "$work/page.txt" || problem "the text of the report has no '$wanted'"
    done
    grep -qF 'released before' "$work/page.txt" && problem "the text has what was never written"
else
    echo "SKIPPED: poppler-utils are missing: the text of the PDF was not read"
    missing=1
fi
if mvn -q -B -ntp -f src/test/scripts/exports/verapdf.xml dependency:copy-dependencies -DoutputDirectory="$work/verapdf" >"$work/verapdf.txt" 2>&1; then
    judge() { # file; PASS or FAIL, for its exit code says other things too
        java -cp "$work/verapdf/*" org.verapdf.apps.GreenfieldCliWrapper -f 2b --format text "$1" 2>/dev/null >"$work/judged.txt"
        cut -d' ' -f1 "$work/judged.txt"
    }
    [ "$(judge "$pdf")" = PASS ] || { cat "$work/judged.txt"; problem "veraPDF: the report is no PDF/A-2b"; }
    # A plain PDF: the same without what says which colours are meant.
    LC_ALL=C sed 's|/OutputIntents|/OutputIntentz|' "$pdf" >"$work/plain.pdf"
    if cmp -s "$pdf" "$work/plain.pdf" && command -v qpdf >/dev/null; then
        qpdf --qdf --object-streams=disable "$pdf" "$work/open.pdf" 2>/dev/null
        LC_ALL=C sed 's|/OutputIntents|/OutputIntentz|' "$work/open.pdf" | fix-qdf >"$work/plain.pdf" 2>/dev/null
    fi
    [ "$(judge "$work/plain.pdf")" = FAIL ] || problem "veraPDF takes a plain PDF for PDF/A"
    [ $failed -eq 0 ] && echo "pdf: veraPDF says PDF/A-2b, and refuses a plain one; qpdf and pdftotext read it"
else
    echo "SKIPPED: veraPDF could not be fetched"
    missing=1
fi
[ $failed -eq 0 ] || exit 1
[ $missing -eq 0 ] || exit 77
