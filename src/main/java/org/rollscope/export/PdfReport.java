package org.rollscope.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The page of {@link HtmlReport} as a PDF that will open in twenty years: PDF/A-2b, with its fonts and its colours inside.
 *
 * <p><b>Source.</b> ISO 19005-2, level B. Decision record 0027. <b>Threads.</b> One.
 */
public final class PdfReport {
    /** Comes with PDFBox, under the SIL Open Font Licence. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What colours mean: sRGB of the Compact ICC Profiles, in the public domain (CC0). */
    private static final String COLOURS = "srgb.icc";

    private static final String FAMILY = "Report Sans";

    private PdfReport() {}

    /**
     * Prints a page.
     *
     * @param page as {@link HtmlReport#of} makes it.
     * @param out takes the PDF.
     * @throws IOException when it cannot be written, or this machine's Java cannot draw letters.
     */
    public static void write(String page, OutputStream out) throws IOException {
        try {
            Printer.print(page, out);
        } catch (LinkageError | InternalError missing) {
            throw new IOException(
                    "its libraries, or those with which Java draws letters, are missing here (" + missing.getMessage()
                            + "); write FILE.html and print it from a browser",
                    missing);
        }
    }

    /** What needs the libraries; without them it cannot even be loaded. */
    private static final class Printer {
        /** In drawings too: a page does not look as the fonts of a machine happen to be. */
        private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

        private Printer() {}

        private static void print(String page, OutputStream out) throws IOException {
            XRLog.setLoggingEnabled(false);
            FSSupplier<InputStream> font = () -> open(PDDocument.class, FONT);
            try (BatikSVGDrawer drawings = new BatikSVGDrawer();
                    InputStream colours = open(PdfReport.class, COLOURS)) {
                new PdfRendererBuilder()
                        .usePdfAConformance(PdfAConformance.PDFA_2_B)
                        .useColorProfile(colours.readAllBytes())
                        .useFont(font, FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE)
                        .useFont(font, FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE)
                        .useReplacementText("?")
                        .useSVGDrawer(drawings)
                        .useExternalResourceAccessControl(
                                (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                        .withProducer("Rollscope")
                        .withHtmlContent(page, null)
                        .toStream(out)
                        .run();
            }
        }
    }

    private static InputStream open(Class<?> near, String name) {
        return Objects.requireNonNull(near.getResourceAsStream(name), name);
    }
}
