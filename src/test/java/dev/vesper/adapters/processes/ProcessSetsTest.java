package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.testing.Folders;
import dev.vesper.testing.MemoryFilesUsed;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a run goes by, over an engine that takes whatever it is given. */
class ProcessSetsTest {
    @TempDir
    Path folder;

    private final MemoryFilesUsed used = new MemoryFilesUsed();
    private Path report;

    @BeforeEach
    void copy() {
        report = Folders.copy(Path.of("processes"), folder.resolve("processes")).resolve("report.bpmn");
    }

    private WatchedProcesses watched(DeployedProcesses engine) {
        return new WatchedProcesses(folder.resolve("processes"), DayInTest.SERVED, engine);
    }

    private static DeployedProcesses engine() {
        return new DeployedProcesses(
                answering(ZeebeClient.class), new CommandRetry(Duration.ofSeconds(1)), /* shared= */ false);
    }

    /** Each method answers with a thing of its own kind; a deployment with no processes. */
    private static <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> switch (method.getName()) {
                    case "join" -> answering(DeploymentEvent.class);
                    case "getProcesses" -> List.of();
                    default -> answering(method.getReturnType());
                }));
    }

    /** Its timer rang, and before its first job came the files were changed: it is kept all the same. */
    @Test
    void aDayThatItsTimerBeganAMomentBeforeAChangeKeepsItsFiles() throws Exception {
        DeployedProcesses engine = engine();
        WatchedProcesses watched = watched(engine);
        ProcessSets sets = new ProcessSets(watched, engine, used, DayInTest.SERVED);
        String before = watched.standing().day().sha256();
        Files.writeString(report, Files.readString(report).replace("name=\"Report\"", "name=\"Reporting\""));
        assertTrue(watched.folder().look().isPresent());
        assertNotEquals(before, sets.next());
        assertTrue(used.find(before).isEmpty(), "no run had begun by it");
        sets.keep(before);
        assertEquals(before, used.find(before).orElseThrow().sha256());
        assertEquals(before, sets.find(before).orElseThrow().day().sha256());

        DeployedProcesses restarted = engine();
        ProcessSets again = new ProcessSets(watched(restarted), restarted, used, DayInTest.SERVED);
        assertTrue(again.has(before), "and after a restart");
        assertFalse(again.has("1".repeat(64)));
    }

    /** A newer Vesper that works another type of job: the run stands still and is not closed as one of broken inputs. */
    @Test
    void whatIsKeptAndNotServedAnyMoreIsNoFaultOfTheInputs() {
        DeployedProcesses engine = engine();
        WatchedProcesses watched = watched(engine);
        Map<String, byte[]> older = new TreeMap<>(watched.standing().day().files());
        older.computeIfPresent(
                "report.bpmn",
                (_, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("type=\"report\"", "type=\"rapport\"")
                        .getBytes(StandardCharsets.UTF_8));
        FileSet kept = new FileSet(older);
        used.keep(kept);
        ProcessSets sets = new ProcessSets(watched, engine, used, DayInTest.SERVED);
        Problem named = assertThrows(Problem.class, () -> sets.has(kept.sha256()));
        assertEquals(Problem.Kind.UNAVAILABLE, named.kind());
        assertTrue(String.valueOf(named.getMessage()).contains("nobody works jobs of type rapport"), named::getMessage);
    }
}
