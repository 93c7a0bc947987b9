package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.run.EntryPoints;
import dev.vesper.desk.run.FileSet;
import io.camunda.zeebe.client.ZeebeClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real engine keeps to itself is told: incidents, and jobs that nobody works. The broken processes are given to
 * the engine directly, past everything that would refuse them when they are read.
 */
class EngineNewsIT {
    private static final String NO_SUM = "0".repeat(64);
    private static final int WITHIN_SECONDS = 15;

    @TempDir
    Path folder;

    private final DayInTest day = new DayInTest();
    private final CommandRetry retry = new CommandRetry(Duration.ofSeconds(20));
    private EmbeddedEngine engine;
    private ZeebeClient client;
    private DeployedProcesses deployed;
    private Workers workers;

    @AfterEach
    void close() {
        if (workers != null) {
            workers.close();
        }
        client.close();
        engine.close();
    }

    private void open() {
        engine = EmbeddedEngine.start(
                ProcessSettings.embedded(Path.of("processes"), folder.resolve("engine"), InstantSource.system()));
        client = Gateway.connect(engine.channel(), Duration.ofSeconds(60));
        deployed = new DeployedProcesses(client, retry, /* shared= */ false);
        var processes = new RunProcesses() {
            @Override
            public void keep(String sha256) {}

            @Override
            public String next() {
                return NO_SUM;
            }

            @Override
            public boolean has(String sha256) {
                return true;
            }
        };
        var silence = new Silence(Duration.ofSeconds(3), System::nanoTime);
        var days = new DayInstances(client, retry, new FileInstanceKeys(folder), processes, silence, false);
        workers = new Workers(client, retry, days, deployed, silence, day, new JobMeters(Optional.empty()));
        workers.open(day.stages(), day, EntryPoints.NONE);
    }

    /** Straight to the engine: the guard of the files would refuse them. */
    private void deploy(Map<String, String> changes) {
        var files = new TreeMap<>(
                ProcessFiles.read(Path.of("processes"), DayInTest.SERVED).day().files());
        changes.forEach((before, after) -> files.replaceAll((name, bytes) ->
                new String(bytes, StandardCharsets.UTF_8).replace(before, after).getBytes(StandardCharsets.UTF_8)));
        deployed.deploy(new FileSet(files), NO_SUM);
    }

    @Test
    void whatStandsStillIsNamedAndGoesOnWithoutARestart() throws Exception {
        open();
        workers.hear(engine);

        var misspelt = new RunId("2018-04-11-001");
        deploy(Map.of("type=\"rebalance\"", "type=\"rebalanse\""));
        workers.days().start(misspelt);
        assertEquals(
                misspelt
                        + ": Expected somebody to work jobs of type \"rebalanse\", which task rebalance-accounts of"
                        + " process rebalance asks for, but nobody does; maybe the type is misspelt in its file in"
                        + " processes/",
                day.still.poll(WITHIN_SECONDS, TimeUnit.SECONDS));
        deploy(Map.of());
        workers.days().resume(misspelt);
        assertEquals(misspelt + " done", day.end());

        var missing = new RunId("2018-04-11-002");
        deploy(Map.of("processId=\"rebalance\"", "processId=\"rebalancing\""));
        workers.days().start(missing);
        var said = day.still.poll(WITHIN_SECONDS, TimeUnit.SECONDS);
        assertNotNull(said, "an incident is told");
        assertTrue(
                said.startsWith(missing
                                + ": Expected task call-rebalance of process end-of-day to go on, but the process"
                                + " engine reports an incident (called element error): ")
                        && said.contains("rebalancing"),
                said);
        deploy(Map.of());
        workers.days().resume(missing);
        assertEquals(missing + " done", day.end());

        var failed = new RunId("2018-04-11-003");
        day.stages.put(Rebalance.NAME, r -> {
            throw Problem.usage("Expected a known strategy, but got \"magic\"");
        });
        workers.days().start(failed);
        assertEquals(
                "rebalance 0 Expected a known strategy, but got \"magic\"",
                day.failures.poll(WITHIN_SECONDS, TimeUnit.SECONDS));
        assertNull(day.still.poll(2, TimeUnit.SECONDS), "its stage has said it already");
        assertTrue(day.troubles.isEmpty(), day.troubles.toString());
    }

    /** A cluster tells nothing: that a run stands still is told by what does not come. */
    @Test
    void onAnEngineThatTellsNothingSilenceIsNamed() throws Exception {
        open();
        workers.watchSilence();
        var misspelt = new RunId("2018-04-11-002");
        silent(misspelt, Map.of("type=\"rebalance\"", "type=\"rebalanse\""));
        var missing = new RunId("2018-04-11-003");
        silent(missing, Map.of("processId=\"rebalance\"", "processId=\"rebalancing\""));

        var cancelled = new RunId("2018-04-11-004");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        day.asked.clear();
        day.diary.clear();
        workers.days().start(cancelled);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(WITHIN_SECONDS, TimeUnit.SECONDS));
        assertEquals(TaskKind.APPROVE_TRADES, day.asked.poll(WITHIN_SECONDS, TimeUnit.SECONDS));
        assertNull(day.still.poll(5, TimeUnit.SECONDS), "a run that waits for a person is under our hands");
        client.newCancelInstanceCommand(new FileInstanceKeys(folder)
                        .find(cancelled)
                        .orElseThrow()
                        .key()
                        .orElseThrow())
                .send()
                .join();
        var said = day.still.poll(WITHIN_SECONDS, TimeUnit.SECONDS);
        assertTrue(String.valueOf(said).startsWith(cancelled + ": "), said);
    }

    private void silent(RunId run, Map<String, String> changes) throws Exception {
        deploy(changes);
        workers.days().start(run);
        var said = day.still.poll(WITHIN_SECONDS, TimeUnit.SECONDS);
        assertNotNull(said);
        assertTrue(
                said.startsWith(run + ": Expected the process engine to go on with run " + run
                        + ", but it has handed out no work of it for 3 s"),
                said);
        deploy(Map.of());
        workers.days().resume(run);
        assertEquals(run + " done", day.end());
    }

    @Test
    void anIncidentThatNobodyHeardIsToldAfterARestart() throws Exception {
        open();
        var run = new RunId("2018-04-11-001");
        deploy(Map.of("processId=\"rebalance\"", "processId=\"rebalancing\""));
        workers.days().start(run);
        var keys = new FileInstanceKeys(folder);
        for (int i = 0; i < 100 && !day.diary.contains("check-data"); i++) {
            Thread.sleep(100);
        }
        Thread.sleep(500);
        close();
        open();
        assertEquals(false, keys.find(run).orElseThrow().stuck());
        workers.hear(engine);
        assertNotEquals(null, day.still.poll(WITHIN_SECONDS, TimeUnit.SECONDS));
        assertTrue(keys.find(run).orElseThrow().stuck(), "a resume gives the run a new instance");
    }
}
