package dev.vesper.desk.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.processes.DrawnFiles;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.Incidents;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a run whose process files are altered, unreadable or gone. */
class RunStatesTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final RunId run =
            memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, NOON).id();

    private RunStates states(FilesUsed files) {
        InstantSource clock = InstantSource.fixed(NOON);
        return new RunStates(
                new RunStates.Kept(memory, memory.keys, files, memory, memory.rules),
                List.of(),
                new Incidents(memory, memory, clock),
                () -> new DrawnFiles(MemoryOperations.SERVED),
                new Times(clock, ZoneOffset.UTC, () -> 0));
    }

    private boolean drawn(FilesUsed files) {
        return states(files).of(memory.find(run).orElseThrow()).drawn();
    }

    @Test
    void whatWasKeptIsDrawn() {
        memory.goesBy(run, DayProcesses.ours());
        assertTrue(drawn(memory.files));
        assertEquals(
                "end-of-day", states(memory.files).processes(run).getFirst().process());
    }

    @Test
    void filesThatSomebodyChangedInTheStoreAreNotShownAsTheRuns() {
        memory.goesBy(run, DayProcesses.ours());
        FileSet other = DayProcesses.with("report.bpmn", text -> text.replace("write-report", "nothing-here"));
        FilesUsed altered = new FilesUsed() {
            @Override
            public void keep(FileSet files) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<FileSet> find(String sha256) {
                return Optional.of(other);
            }

            @Override
            public String pin(RunId of, String folder, String sha256) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<String> pinned(RunId of, String folder) {
                return Optional.empty();
            }
        };
        assertFalse(drawn(altered));
        assertEquals(List.of(), states(altered).processes(run));
        assertEquals(Map.of(), states(altered).madeWith(run).processes());
    }

    @Test
    void whatCannotBeReadIsToldWithoutADiagram() {
        memory.goesBy(run, new FileSet(Map.of("end-of-day.bpmn", "<html>".getBytes(StandardCharsets.UTF_8))));
        assertFalse(drawn(memory.files));
    }

    @Test
    void aRunFromBeforeFilesWereKeptIsToldWithoutADiagram() {
        memory.keys.replace(run, Optional.empty(), DayInstance.first(""));
        assertFalse(drawn(memory.files));
    }
}
