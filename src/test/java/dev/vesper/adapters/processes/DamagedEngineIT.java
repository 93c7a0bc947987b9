package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.testing.Folders;
import dev.vesper.testing.MemoryFilesUsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the engine's files while a day waits: it is named at once, and without them the day goes on. */
class DamagedEngineIT {
    private static final String PREFIX = "data/raft-partition/partitions/1/raft-partition-partition-1";

    @TempDir
    Path folder;

    private final DayInTest day = new DayInTest();
    private final MemoryFilesUsed used = new MemoryFilesUsed();

    private ProcessEngine open(Path engine) {
        var opened = ProcessEngine.open(
                ProcessSettings.embedded(Path.of("processes"), engine, InstantSource.system()), DayInTest.SERVED);
        opened.work(new FileInstanceKeys(folder), used, day.stages(), day, day, Optional.empty());
        return opened;
    }

    @Test
    void damageIsNamedAndTheDayGoesOnWithoutTheFolder() throws Exception {
        Path engine = folder.resolve("engine");
        var one = new RunId("2018-04-11-001");
        var two = new RunId("2018-04-11-002");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        try (var vesper = open(engine)) {
            vesper.start(one);
            assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
            assertEquals(TaskKind.APPROVE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
            day.diary.clear();
            vesper.start(two);
            assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
            assertEquals(TaskKind.APPROVE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
        }
        List<String> missed = new ArrayList<>();
        for (var damage : List.<Damage>of(
                new Damage("log emptied", "-1.log", _ -> new byte[0]),
                new Damage("log cut in its head", "-1.log", bytes -> Arrays.copyOf(bytes, 40)),
                new Damage("log cut in the middle", "-1.log", bytes -> Arrays.copyOf(bytes, bytes.length / 200)),
                new Damage("log zeroed from the middle", "-1.log", bytes -> zeroedHalf(bytes)),
                new Damage("a bit of the log flipped", "-1.log", bytes -> flipped(bytes, 3_000)),
                new Damage("log deleted", "-1.log", _ -> null),
                new Damage("meta emptied", ".meta", _ -> new byte[0]),
                new Damage("meta zeroed", ".meta", bytes -> new byte[bytes.length]),
                new Damage("meta deleted", ".meta", _ -> null),
                new Damage("configuration emptied", ".conf", _ -> new byte[0]),
                new Damage("configuration deleted", ".conf", _ -> null))) {
            Path copy = Folders.copy(engine, folder.resolve(damage.name().replace(' ', '-')));
            damage.doTo(copy.resolve(PREFIX + damage.end()));
            long began = System.nanoTime();
            try {
                EmbeddedEngine.start(ProcessSettings.embedded(Path.of("processes"), copy, InstantSource.system()))
                        .close();
                missed.add(damage.name() + " was not seen");
            } catch (Problem named) {
                String said = String.valueOf(named.getMessage());
                if (!said.contains("its files are damaged: ")
                        || !said.contains("mv " + copy + " " + copy + ".damaged")) {
                    missed.add(damage.name() + ": " + said);
                }
            }
            if (System.nanoTime() - began > 20_000_000_000L) {
                missed.add(damage.name() + " took " + (System.nanoTime() - began) / 1_000_000_000 + " s");
            }
        }
        assertEquals(List.of(), missed);

        Files.move(engine, folder.resolve("engine.damaged")); // as it says
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        try (var vesper = open(engine)) {
            vesper.resume(two); // its new instance may bear the key that the other one had
            vesper.resume(one);
            List<String> ends = new ArrayList<>(List.of(day.end(), day.end()));
            ends.sort(null);
            assertEquals(List.of(one + " done", two + " done"), ends);
        }
    }

    private static byte[] zeroedHalf(byte[] bytes) {
        int used = bytes.length;
        while (bytes[used - 1] == 0) {
            used--;
        }
        return Arrays.copyOf(Arrays.copyOf(bytes, used / 2), bytes.length);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 0x10;
        return other;
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private record Damage(String name, String end, Change change) {
        void doTo(Path file) throws IOException {
            byte[] other = change.of(Files.readAllBytes(file));
            if (other == null) {
                Files.delete(file);
            } else {
                Files.write(file, other);
            }
        }
    }
}
