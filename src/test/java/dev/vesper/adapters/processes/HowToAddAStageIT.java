package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.Stage;
import dev.vesper.testing.Folders;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import dev.vesper.testing.MemoryFilesUsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage of the how-to page, compiled as it stands there, in the process of the page, on the real engine. */
class HowToAddAStageIT {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-stage.md");
    private static final String NAME = "dev.vesper.desk.calendar.NoteMonthEnd";

    @TempDir
    Path folder;

    @Test
    void aDayGoesThroughTheStageOfThePage() throws Exception {
        Stage stage = (Stage) InMemory.compile(NAME, PAGE.block("java"), Stage.class)
                .getDeclaredConstructor()
                .newInstance();
        var run = new RunId("2018-04-30-001");
        var day = new DayInTest();
        List<String> told = new ArrayList<>();
        List<Stage> stages = new ArrayList<>(day.stages());
        stages.add(stage);
        DayListener listener = new DayListener() {
            @Override
            public void stageFinished(RunId finished, dev.vesper.desk.run.StageName name) {
                told.add(name.job());
            }

            @Override
            public void dayEnded(RunId ended, boolean refused) {
                day.dayEnded(ended, refused);
            }
        };
        ProcessVariable<?> occasion = stage.run(run).tells().getFirst().variable();
        var known = new KnownWork(
                stages.stream().map(Stage::name).toList(),
                Stream.concat(
                                DayInTest.SERVED.told().stream(),
                                Stream.of(KnownWork.Told.byStage(occasion, stage.name())))
                        .toList());
        try (var engine = ProcessEngine.open(
                ProcessSettings.embedded(processes(), folder.resolve("engine"), InstantSource.system()), known)) {
            engine.work(new FileInstanceKeys(folder), new MemoryFilesUsed(), stages, day, listener, Optional.empty());
            engine.start(run);
            assertEquals(run + " done", day.end());
        }
        assertEquals("note-month-end", told.getLast());
        assertEquals("month-end", stage.run(run).summary());
        assertEquals("month-end", stage.run(run).tells().getFirst().written());
        assertEquals("ordinary", stage.run(new RunId("2018-04-11-001")).summary());
    }

    /** The processes as they are, with the page's, which the day calls instead of its report. */
    private Path processes() throws Exception {
        Path copy = Folders.copy(Path.of("processes"), folder.resolve("processes"));
        Path day = copy.resolve("end-of-day.bpmn");
        String before = Files.readString(day);
        String after = before.replace("processId=\"report\"", "processId=\"note-month-end\"");
        assertNotEquals(before, after);
        Files.writeString(day, after);
        Files.writeString(copy.resolve("note-month-end.bpmn"), PAGE.block("xml"));
        return copy;
    }
}
