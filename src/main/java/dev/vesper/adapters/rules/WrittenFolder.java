package dev.vesper.adapters.rules;

import dev.vesper.adapters.Disk;
import dev.vesper.adapters.WholeFile;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveFolder;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.RulesVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what is active into the rules folder. That a version is being written is noted in the state folder until it is. */
public final class WrittenFolder implements ActiveFolder {
    private static final String MARK = "rules-being-written";

    private final Path folder;
    private final Path mark;

    /** @param state where it is noted */
    public WrittenFolder(Path folder, Path state) {
        this.folder = folder;
        this.mark = state.resolve(MARK);
    }

    @Override
    public FileSet read() {
        return RulesFolder.read(folder);
    }

    @Override
    public void announce(RulesVersion next) {
        WholeFile.write(mark, out -> out.write(next.sha256().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a process that was killed had begun to write these files. */
    boolean wasWriting(RulesVersion active) {
        try {
            return Files.exists(mark) && Files.readString(mark).equals(active.sha256());
        } catch (IOException e) {
            return false; // then the folder differs, and that is named
        }
    }

    @Override
    public List<String> write(FileSet before, FileSet now) {
        RuleNames.require(now);
        SortedSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(now.files().keySet());
        List<String> failed = new ArrayList<>();
        for (String path : paths) {
            try {
                write(path, before.files().get(path), now.files().get(path));
            } catch (Problem | IOException e) {
                failed.add("rules/" + path + " could not be written: " + e.getMessage());
            }
        }
        if (failed.isEmpty()) {
            forget();
        }
        return failed;
    }

    private void write(String path, byte @Nullable [] before, byte @Nullable [] now) throws IOException {
        Path file = folder.resolve(path);
        byte @Nullable [] there = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        if (Arrays.equals(there, now) || !Arrays.equals(there, before)) {
            return;
        }
        if (now != null) {
            WholeFile.write(file, out -> out.write(now));
        } else {
            Files.delete(file);
            Path parent = file.getParent();
            if (parent != null) {
                Disk.forceNames(parent);
            }
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            // the next start writes the same once more
        }
    }
}
