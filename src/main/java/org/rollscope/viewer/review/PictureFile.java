package org.rollscope.viewer.review;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.rollscope.viewer.library.LibraryException;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.Texts;
import org.w3c.dom.Document;

/**
 * The detail as a picture for papers: light whatever the window's look is, with title, session, axes, legend and what is measured.
 *
 * <p>PNG at three times the size of the screen; SVG and PDF as lines and letters. Nothing half written stands under the name.
 */
final class PictureFile {
    static final List<String> ENDINGS = List.of("png", "svg", "pdf");

    private static final int WIDTH_PX = 1120;
    private static final int CHART_HEIGHT_PX = 460;
    private static final int MARGIN_PX = 16;
    private static final double PNG_SCALE = 3;
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
    /** Comes with PDFBox, under the SIL Open Font Licence. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final List<Panel> panels;

    /**
     * One session of the picture.
     *
     * @param plot in light colours.
     * @param model what is shown of it.
     */
    private record Panel(SessionPlot plot, ReviewModel model) {}

    private PictureFile(List<Panel> panels) {
        this.panels = panels;
    }

    /** Of what charts show; on the event dispatch thread. */
    static PictureFile of(List<SessionChart> charts, List<ReviewModel> models) {
        List<Panel> panels = new ArrayList<>();
        for (int index = 0; index < charts.size(); index++) {
            SessionPlot plot = new SessionPlot(
                    models.get(index).session(), charts.get(index).pads());
            plot.restyle(Palette.LIGHT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            plot.lanes().showNotes(charts.get(index).notes());
            panels.add(new Panel(plot, models.get(index)));
        }
        return new PictureFile(panels);
    }

    private int heightPx() {
        return 2 * MARGIN_PX + panels.size() * (CHART_HEIGHT_PX + 44);
    }

    private void paint(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fillRect(0, 0, WIDTH_PX, heightPx());
        int top = MARGIN_PX;
        for (Panel panel : panels) {
            g2.setPaint(Palette.LIGHT.ink());
            g2.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
            g2.drawString(SessionWords.title(panel.model().session().entry()), MARGIN_PX, top + 14);
            g2.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            g2.drawString(
                    Texts.of(
                            "review.picture.span",
                            Clock.text(panel.model().window().fromUs(), 2),
                            Clock.text(panel.model().window().toUs(), 2),
                            panel.model().selectsBetweenCursors() ? ReadoutText.between(panel.model()) : ""),
                    MARGIN_PX,
                    top + 32);
            panel.plot().restyle(Palette.LIGHT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            Graphics2D onto = (Graphics2D) g2.create();
            onto.translate(MARGIN_PX, top + 38);
            panel.plot().lanes().select(panel.model().eventIndex());
            panel.plot()
                    .draw(
                            onto,
                            WIDTH_PX - 2 * MARGIN_PX,
                            CHART_HEIGHT_PX,
                            panel.model().window());
            onto.dispose();
            top += CHART_HEIGHT_PX + 44;
        }
    }

    private BufferedImage png() {
        BufferedImage image = new BufferedImage(
                (int) (WIDTH_PX * PNG_SCALE), (int) (heightPx() * PNG_SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(PNG_SCALE, PNG_SCALE);
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paint(g2);
        g2.dispose();
        return image;
    }

    private String svg() throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
        SVGGraphics2D g2 = new SVGGraphics2D(document);
        g2.setSVGCanvasSize(new java.awt.Dimension(WIDTH_PX, heightPx()));
        paint(g2);
        org.w3c.dom.Element root = g2.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + WIDTH_PX + " " + heightPx());
        StringWriter text = new StringWriter();
        try {
            g2.stream(root, text, true, false);
        } catch (SVGGraphics2DIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        return text.toString();
    }

    /** Lines as lines, letters in a font that lies inside. */
    private byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(WIDTH_PX, heightPx()));
            document.addPage(page);
            document.getDocumentInformation()
                    .setTitle(SessionWords.title(panels.get(0).model().session().entry()));
            document.getDocumentInformation().setProducer("Rollscope");
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, WIDTH_PX, heightPx());
            PdfBoxGraphics2DFontTextDrawer fonts = new PdfBoxGraphics2DFontTextDrawer();
            for (String face : List.of("", ".plain", ".bold")) {
                try (InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
                    fonts.registerFont(Font.SANS_SERIF + face, letters);
                }
            }
            g2.setFontTextDrawer(fonts);
            paint(g2);
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /**
     * What is to be written, drawn on the event dispatch thread.
     *
     * @param file ends in one of {@link #ENDINGS}.
     */
    Drawn draw(Path file) throws IOException {
        return switch (ending(file)) {
            case "png" -> {
                BufferedImage image = png();
                yield out -> ImageIO.write(image, "png", out);
            }
            case "svg" -> {
                String svg = svg();
                yield out -> out.write(svg.getBytes(StandardCharsets.UTF_8));
            }
            case "pdf" -> {
                byte[] pdf = pdf();
                yield out -> out.write(pdf);
            }
            default -> throw new IOException(Texts.of("review.picture.ending", file));
        };
    }

    /** A picture that only needs a place. */
    interface Drawn {
        void write(OutputStream out) throws IOException;

        /** Writes it under its name when it is whole; a file of that name is replaced, the caller has asked. */
        default void into(Path file) throws LibraryException {
            Path fresh = file.resolveSibling(file.getFileName() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                    write(out);
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw new LibraryException(
                        Texts.of("review.picture.failed", file, String.valueOf(failed.getMessage())), failed);
            } finally {
                remove(fresh);
            }
        }

        private static void remove(Path fresh) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException left) {
                // the next picture of that name replaces it
            }
        }
    }

    static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
