package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;

class ReportCommandTest {
    @TempDir
    static Path folder;

    private static String data;
    private static String sessionId;

    @BeforeAll
    static void record() throws IOException {
        data = folder.resolve("data").toString();
        Ran demo = Ran.of("demo", "--headless", "--speed", "max", "--seconds", "40", "--seed", "5", "--data", data);
        assertEquals(0, demo.exitCode(), demo.err());
        sessionId = new ObjectMapper()
                .readTree(Ran.of("sessions", "list", "--json", "--data", data).out())
                .required("sessions")
                .get(0)
                .required("session_id")
                .asText();
    }

    private static Ran report(Path file, String... more) {
        String[] words = new String[6 + more.length];
        String[] first = {"report", sessionId, "--data", data, "--out", file.toString()};
        System.arraycopy(first, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return Ran.of(words);
    }

    @Test
    void thePageTellsWhatWasDoneAndWhatItIsNot() throws IOException {
        Path file = folder.resolve("page.html");
        Ran ran = report(file);
        assertEquals(0, ran.exitCode(), ran.err());
        String page = Files.readString(file);
        for (String words : new String[] {
            "<h1>",
            "in 1 hold",
            "strokes",
            "of the contact in the band",
            "<h2>Holds</h2>",
            "Where it pressed",
            "In numbers",
            "holds of 20 to 90 s",
            "Left and right",
            "side has been rolled: there is nothing to compare yet",
            "this one session. A trend needs three or more; none is claimed",
            ", 0 lost (0.00 %)",
            "nothing here is a diagnosis",
            sessionId
        }) {
            assertTrue(page.contains(words), words);
        }
        // the simulated roller was calibrated on a fixed day
        assertTrue(Pattern.compile("[0-9]+ days? old").matcher(page).find(), "age of the calibration");
        assertTrue(
                !page.contains("NaN")
                        && !page.contains("<script")
                        && !page.replaceAll("xmlns=\"[^\"]*\"", "").contains("http"),
                "it needs nothing else");
        assertEquals(48, page.split("<rect class=\"pad\"", -1).length - 1);
    }

    @Test
    void theSamePageIsPrintedWithItsLettersInside() throws IOException {
        Path file = folder.resolve("page.pdf");
        Ran ran = report(file, "--note", "Übung 1 – IT-Band\n=1+1 <b>&amp; \u0001 \ud83d\ude00");
        assertEquals(0, ran.exitCode(), ran.err());
        try (PDDocument printed = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(printed);
            for (String words :
                    new String[] {"Übung 1 – IT-Band", "=1+1 <b>&amp; ", "released after", "What these numbers are not"
                    }) {
                assertTrue(text.contains(words), words + " in " + text);
            }
            for (PDPage page : printed.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
                }
            }
        }
    }

    @Test
    void aPageThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.html"), "precious");
        Ran refused = report(file);
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("exists; --force replaces it"), refused.err());
        assertEquals("precious", Files.readString(file));
        assertEquals(0, report(file, "--force").exitCode());
        assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        Ran other = report(folder.resolve("page.docx"));
        assertEquals(2, other.exitCode());
        assertTrue(other.err().contains("--out must end in .pdf or .html"), other.err());
        Ran nowhere = report(Path.of("/proc/none/page.html"));
        assertEquals(3, nowhere.exitCode());
        assertTrue(nowhere.err().contains("cannot be written") && !nowhere.showsStackTrace(), nowhere.err());
    }
}
