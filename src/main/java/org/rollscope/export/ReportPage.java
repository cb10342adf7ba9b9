package org.rollscope.export;

import java.util.List;

/**
 * A page for people in the making: headings, texts, tables and drawings, as XHTML that is HTML too, so that one page serves browsers and print.
 *
 * <p>Nothing that comes from outside gets in as anything but text. <b>Threads.</b> One.
 */
final class ReportPage {
    private static final String STYLE = """
            @page { size: A4; margin: 14mm 15mm 16mm 15mm;
                @bottom-right { content: counter(page) " / " counter(pages); font: 9px "Report Sans", sans-serif; color: #5b6875; } }
            body { font: 15px/1.45 "Report Sans", "DejaVu Sans", Arial, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1c2733; }
            h1 { margin: 0; font-size: 1.7em; } h2 { font-size: 1.15em; margin: 1.4em 0 0.3em; color: #14507e; page-break-after: avoid; }
            .quiet, .legend { color: #5b6875; font-size: 0.87em; margin: 0.3em 0; }
            .note { border-left: 3px solid #cfd6dd; padding-left: 0.8em; margin: 0.6em 0; white-space: pre-line; }
            .figures { margin: 1em 0; } .figures div { display: inline-block; margin: 0 1.6em 0.3em 0; }
            .figures b { font-size: 1.5em; }
            table { border-collapse: collapse; -fs-table-paginate: paginate; } .short { page-break-inside: avoid; } th, td { text-align: left; vertical-align: top; padding: 0.2em 1.2em 0.2em 0; }
            th { font-weight: normal; color: #5b6875; border-bottom: 1px solid #cfd6dd; } tr { page-break-inside: avoid; }
            .wide { width: 100%; page-break-inside: avoid; } .wide svg { width: 100%; height: auto; }
            @media print { body { margin: 0; padding: 0; max-width: none; font-size: 11px; line-height: 1.35; } }
            """;

    /** Within each drawing: what prints them does not look at the page's style. */
    private static final String DRAWING_STYLE = """
            text { font-family: "Report Sans", "DejaVu Sans", Arial, sans-serif; font-size: 12px; fill: #5b6875; }
            .left { text-anchor: end; } .below, text.pad { text-anchor: middle; }
            .band { fill: #d8e6f3; } .ceiling { stroke: #c2571a; stroke-width: 1.5; stroke-dasharray: 6 4; }
            .trace { fill: none; stroke: #14507e; stroke-width: 1; } .dot { fill: #14507e; } .now { fill: #c2571a; }
            .hold { fill: #2e8b57; } .over { fill: #c2571a; } .guarding { fill: #7a4fa3; } .release { fill: #2e8b57; }
            rect.pad { fill: #14507e; } text.pad { fill: #1c2733; }
            """;

    /** Longer tables go on over the end of a sheet, with their heads again. */
    private static final int SHORT_ROW_COUNT = 15;

    private final StringBuilder page = new StringBuilder();

    /** Begins a page. */
    ReportPage(String title) {
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n<title>")
                .append(safe(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(safe(title))
                .append("</h1>\n");
    }

    /** The beginning of a drawing. */
    static String drawing(int width, int height, String words) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" role=\"img\" aria-label=\"" + safe(words) + "\">\n<style>\n"
                + DRAWING_STYLE
                + "</style>\n";
    }

    void heading(String words) {
        page.append("<h2>").append(safe(words)).append("</h2>\n");
    }

    /** A paragraph; {@code style} may be empty. */
    void text(String style, String words) {
        page.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(safe(words))
                .append("</p>\n");
    }

    /** A drawing that is as wide as the page. */
    void svg(String drawing) {
        page.append("<div class=\"wide\">\n").append(drawing).append("</div>\n");
    }

    /** Numbers that catch the eye: pairs of a value and what it is. */
    void figures(List<List<String>> pairs) {
        page.append("<div class=\"figures\">\n");
        for (List<String> pair : pairs) {
            page.append("<div><b>")
                    .append(safe(pair.get(0)))
                    .append("</b> ")
                    .append(safe(pair.get(1)))
                    .append("</div>\n");
        }
        page.append("</div>\n");
    }

    /** A table with a row of heads. */
    void table(List<String> heads, List<List<String>> rows) {
        page.append(rows.size() > SHORT_ROW_COUNT ? "<table>\n<thead>\n" : "<table class=\"short\">\n<thead>\n");
        row("th", heads);
        page.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row("td", row));
        page.append("</tbody>\n</table>\n");
    }

    private void row(String cell, List<String> values) {
        page.append("<tr>");
        for (String value : values) {
            page.append('<')
                    .append(cell)
                    .append('>')
                    .append(safe(value))
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        page.append("</tr>\n");
    }

    String end() {
        return page.append("</body>\n</html>\n").toString();
    }

    /** As it may stand in the page: no markup, and no sign that XML has no place for. */
    static String safe(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
