package org.rollscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
    @TempDir
    private Path folder;

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNameAppearsWhenAllIsWrittenAndEveryFileIsSummed() throws Exception {
        Path target = folder.resolve("out");
        try (BundleFolder bundle = BundleFolder.begin(target)) {
            Files.writeString(bundle.path().resolve("a.txt"), "abc");
            Files.createDirectory(bundle.path().resolve("b"));
            Files.writeString(bundle.path().resolve("b/c.txt"), "");
            assertTrue(Files.notExists(target));
            bundle.finish();
        }
        assertEquals(List.of("out"), entries());
        // The sums of "abc" and of nothing: FIPS 180-2, and RFC 6234.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/c.txt\n",
                Files.readString(target.resolve(BundleFolder.SUMS)));
    }

    @Test
    void whatWasNotFinishedLeavesNothing() throws Exception {
        try (BundleFolder bundle = BundleFolder.begin(folder.resolve("out"))) {
            Files.writeString(bundle.path().resolve("a.txt"), "abc");
        }
        assertEquals(List.of(), entries());
    }

    @Test
    void whatAKilledExportLeftGoesWithTheNextOneAndThatOfALivingProcessStays() throws Exception {
        Process living = new ProcessBuilder("sleep", "60").start();
        try {
            Files.createDirectories(folder.resolve(".out.part-999999999/deep"));
            Files.writeString(folder.resolve(".out.part-999999999/deep/a"), "a");
            Files.createDirectory(folder.resolve(".out.part-" + living.pid()));
            Files.createDirectory(folder.resolve(".other.part-999999999"));
            try (BundleFolder bundle = BundleFolder.begin(folder.resolve("out"))) {
                bundle.finish();
            }
            assertEquals(List.of(".other.part-999999999", ".out.part-" + living.pid(), "out"), entries());
        } finally {
            living.destroyForcibly().waitFor();
        }
    }

    @Test
    void aNameThatIsTakenIsRefusedInWordsAndAnEmptyFolderIsNot() throws Exception {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine"), "precious");
        assertEquals(
                taken + " exists and is not empty; choose another --out, or remove it",
                assertThrows(ExportException.class, () -> BundleFolder.begin(taken))
                        .getMessage());
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThrows(ExportException.class, () -> BundleFolder.begin(file));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try (BundleFolder bundle = BundleFolder.begin(empty)) {
            bundle.finish();
        }
        assertTrue(Files.exists(empty.resolve(BundleFolder.SUMS)));
        assertEquals("precious", Files.readString(taken.resolve("mine")));
    }
}
