package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.viewer.look.Language;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Theme;
import org.rollscope.viewer.model.Workspace;
import org.rollscope.viewer.review.ReviewLayout;

class ViewerMemoryTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void whatWasChosenComesBack() {
        ViewerSettings chosen = ViewerSettings.defaults()
                .withTheme(Theme.DARK)
                .withUnit(PressureUnit.MMHG)
                .withLanguage(Language.GERMAN)
                .withChartSpanMs(15_000)
                .withWorkspace(Workspace.WALL)
                .withQuiet(false)
                .withReviewLayout(new ReviewLayout(300, 0))
                .withPlace(new WindowPlace(new WindowPlace.Corner(true, -40, 30), 1000, 700, true));
        Path file = folder.resolve("not").resolve("yet").resolve("window.properties");
        ViewerMemory.in(file, said::add).keep(chosen);
        assertEquals(chosen, ViewerMemory.in(file, said::add).recall(ViewerSettings.defaults()));
        assertEquals(List.of(), said);
    }

    @Test
    void nonsenseIsAsNeverChosenAndTheRestStays() throws IOException {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, """
                theme=PURPLE
                pressure_unit=MMHG
                language=xx
                chart_span_ms=7
                window_width_px=many
                review_left_px=300
                review_sessions_px=-1
                quiet=false
                """);
        ViewerSettings recalled = ViewerMemory.in(file, said::add).recall(ViewerSettings.defaults());
        assertEquals(ViewerSettings.defaults().withUnit(PressureUnit.MMHG).withQuiet(false), recalled);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidOnce() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        ViewerMemory memory = ViewerMemory.in(notAFolder.resolve("window.properties"), said::add);
        memory.keep(ViewerSettings.defaults());
        memory.keep(ViewerSettings.defaults());
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("cannot remember the window in "), said.get(0));
    }

    @Test
    void theDemonstrationRemembersNothing() {
        ViewerMemory.none().keep(ViewerSettings.defaults());
        assertEquals(ViewerSettings.defaults(), ViewerMemory.none().recall(ViewerSettings.defaults()));
    }
}
