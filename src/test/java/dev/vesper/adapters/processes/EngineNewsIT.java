package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.Rebalance;
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
            public String next() {
                return NO_SUM;
            }

            @Override
            public boolean has(String sha256) {
                return true;
            }
        };
        var days = new DayInstances(client, retry, new FileInstanceKeys(folder), processes, false);
        workers = new Workers(client, retry, days, deployed, day, new JobMeters(Optional.empty()));
        workers.open(day.stages(), day);
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
