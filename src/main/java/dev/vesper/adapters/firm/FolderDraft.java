package dev.vesper.adapters.firm;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: files are written into a hidden neighbour, which takes the folder's name at
 * the end. What a killed process left of an earlier try is removed first.
 */
final class FolderDraft implements AutoCloseable {
    private final Path folder;
    private final Path draft;

    private FolderDraft(Path folder, Path draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /** Begins a draft. @throws Problem where the folder exists and holds something */
    static FolderDraft of(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        Path name = folder.getFileName();
        Path parent = folder.getParent();
        if (name == null || parent == null) {
            throw Problem.usage("Expected a folder to make, but got " + path);
        }
        try {
            refuseOccupied(folder);
            Path draft = parent.resolve("." + name + ".partial");
            Files.createDirectories(parent);
            remove(draft);
            Files.createDirectory(draft);
            return new FolderDraft(folder, draft);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** Writes a text file of lines, each ended by a line feed. */
    void write(String name, Iterable<String> lines) {
        try (var out = Files.newBufferedWriter(draft.resolve(name), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    void write(String name, String text) {
        write(name, List.of(text.stripTrailing()));
    }

    void copy(String name, Path file) {
        try {
            Files.copy(file, draft.resolve(name));
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** Where a file of the draft lies, to check it before the folder appears. */
    Path path(String name) {
        return draft.resolve(name);
    }

    Path path() {
        return draft;
    }

    /** Gives the draft its name. */
    void appear() {
        try {
            refuseOccupied(folder);
            Files.deleteIfExists(folder);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    /** Removes what did not appear. */
    @Override
    public void close() {
        try {
            remove(draft);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    private static void refuseOccupied(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw Problem.usage("Expected a new folder, but " + folder + " is a file");
        }
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                if (entries.iterator().hasNext()) {
                    throw Problem.usage(
                            "Expected a new or empty folder, but " + folder + " holds files; choose another name");
                }
            }
        }
    }

    private static void remove(Path draft) throws IOException {
        if (!Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(draft)) { // does not follow links
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException failed) {
            throw new IOException(failed);
        }
    }

    private static Problem unwritable(Path folder, IOException failed) {
        return Problem.unavailable(
                "Expected to write " + folder + ", but " + failed.getMessage()
                        + "; maybe the disk is full or the folder is not ours to write",
                failed);
    }
}
