package dev.vesper.app.cli;

import dev.vesper.adapters.PrivateFiles;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that a person names for a result. It is looked at as the system opens it: links are followed one by one, also
 * those that lead to what is not there yet, and {@code ..} is taken after them. What lies in the state folder is Vesper's
 * own, by whatever name it is reached: a link, a hard link, or other letters where the disk takes no notice of case.
 */
final class OutFile {
    private static final int MOST_LINKS = 40;

    private OutFile() {}

    /**
     * Writes a result.
     *
     * @param state the state folder, which may not be there
     * @throws Problem of kind INPUT where the file is a folder, lies in a folder that is not there, or is in the state
     *     folder; UNAVAILABLE where it cannot be written
     */
    static void write(Path out, Path state, String text) {
        write(out, state, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, Path, String)}, of what is no text. */
    static void write(Path out, Path state, byte[] content) {
        try {
            Path file = opened(out);
            refuseState(out, file, state);
            boolean made = !Files.exists(file);
            Files.write(file, content);
            if (made) {
                PrivateFiles.share(file);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw Problem.usage(
                    "Expected a folder that is there for --out " + out + ", but there is none; make it first");
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + out + ", but " + e.getMessage(), e);
        }
    }

    /** Writes a long result piece by piece. */
    interface Pieces {
        void write(Writer out) throws IOException;
    }

    /**
     * As {@link #write(Path, Path, String)}, of what is too long to be held: the file is there when all of it is, and not
     * before.
     *
     * @throws Problem as that one, and of whatever kind the writing has; the file is then as it was
     */
    static void write(Path out, Path state, Pieces pieces) {
        try {
            Path file = opened(out);
            refuseState(out, file, state);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                try (Writer device = Files.newBufferedWriter(file)) {
                    pieces.write(device);
                }
                return;
            }
            Path part =
                    Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName() + ".", ".part");
            try {
                try (Writer whole = Files.newBufferedWriter(part)) {
                    pieces.write(whole);
                }
                PrivateFiles.share(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw Problem.usage(
                    "Expected a folder that is there for --out " + out + ", but there is none; make it first");
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + out + ", but " + e.getMessage(), e);
        }
    }

    /** Where the system would write. */
    private static Path opened(Path out) throws IOException {
        Path path = out.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            if (Files.isDirectory(path)) {
                throw Problem.usage("Expected a file for --out, but " + out + " is a folder");
            }
            if (Files.exists(path)) {
                return Files.isRegularFile(path) ? path.toRealPath() : path; // a device or a pipe has no place
            }
            Path folder = path.getParent();
            Path name = path.getFileName();
            if (folder == null || name == null) {
                throw Problem.usage("Expected a file for --out, but " + out + " is a folder");
            }
            Path file = folder.toRealPath().resolve(name);
            if (!Files.isSymbolicLink(file)) {
                return file;
            }
            path = folder.toRealPath().resolve(Files.readSymbolicLink(file));
        }
        throw Problem.usage("Expected a file for --out, but " + out + " is a link that leads in a circle");
    }

    private static void refuseState(Path out, Path file, Path state) throws IOException {
        if (!Files.exists(state)) {
            if (file.startsWith(state.toAbsolutePath().normalize())) {
                throw refused(out, state);
            }
            return;
        }
        for (@Nullable Path at = file; at != null; at = at.getParent()) {
            if (Files.exists(at) && Files.isSameFile(at, state)) {
                throw refused(out, state);
            }
        }
        if (Files.isRegularFile(file) && hardLinked(file, state)) {
            throw refused(out, state);
        }
    }

    /** Whether a file of several names has one of them in the state folder. */
    private static boolean hardLinked(Path file, Path state) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")
                || !(Files.getAttribute(file, "unix:nlink") instanceof Integer names)
                || names < 2) {
            return false;
        }
        try (Stream<Path> all = Files.walk(state)) {
            Iterator<Path> files = all.iterator();
            while (files.hasNext()) {
                if (Files.isSameFile(files.next(), file)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Problem refused(Path out, Path state) {
        return Problem.usage("Expected --out outside of the state folder " + state + ", but got " + out
                + "; what lies there is Vesper's own");
    }
}
