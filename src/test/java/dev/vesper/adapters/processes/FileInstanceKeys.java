package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.InstanceKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;

/** Instance keys in one small file a run, so that they outlive a killed test program. */
final class FileInstanceKeys implements InstanceKeys {
    private final Path folder;

    FileInstanceKeys(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<DayInstance> find(RunId run) {
        var file = folder.resolve(run.value() + ".instance");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var words = Files.readString(file).split(" ", -1);
            var key = words[1].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[1]));
            return Optional.of(
                    new DayInstance(Integer.parseInt(words[0]), key, Boolean.parseBoolean(words[2]), words[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void forget() {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".instance")).toList()) {
                var run = new RunId(file.getFileName().toString().replace(".instance", ""));
                var known = find(run);
                if (known.orElseThrow().key().isPresent()) {
                    replace(run, known, known.orElseThrow().next());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean replace(RunId run, Optional<DayInstance> expected, DayInstance next) {
        if (!find(run).equals(expected)) {
            return false;
        }
        try {
            var temporary = folder.resolve(run.value() + ".new");
            var key = next.key().isPresent() ? Long.toString(next.key().getAsLong()) : "-";
            Files.writeString(temporary, next.attempt() + " " + key + " " + next.stuck() + " " + next.processes());
            Files.move(temporary, folder.resolve(run.value() + ".instance"), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
