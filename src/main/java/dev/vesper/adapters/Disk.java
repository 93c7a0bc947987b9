package dev.vesper.adapters;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forces to the disk what was written, so that it outlives a loss of power. What is only handed to the operating system
 * outlives {@code kill -9}, but stays in memory for half a minute. A file has three things that must be there: its
 * bytes, its name in its folder, and the folder's own name.
 */
public final class Disk {
    private Disk() {}

    /** Forces the bytes of a file. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a folder: what was made, renamed and removed there. */
    public static void forceNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a folder with those above it, and forces the name of each that was not there. */
    public static void makeFolder(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Deque<Path> missing = new ArrayDeque<>();
        for (Path above = absolute; above != null && !Files.exists(above); above = above.getParent()) {
            missing.push(above);
        }
        Files.createDirectories(absolute);
        for (Path made : missing) {
            Path parent = made.getParent();
            if (parent != null) {
                forceNames(parent);
            }
        }
    }

    /** Forces a folder with everything in it, its own name excepted. */
    public static void forceAll(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.toList();
        }
        for (Path path : found) {
            if (Files.isDirectory(path)) {
                forceNames(path);
            } else if (Files.isRegularFile(path)) {
                force(path);
            }
        }
    }

    /** Gives a forced file or folder its name in one step, in the place of a file that has it, and forces the name. */
    public static void move(Path made, Path target) throws IOException {
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(target.toString());
        }
        forceNames(folder);
    }
}
