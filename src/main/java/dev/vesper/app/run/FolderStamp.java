package dev.vesper.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Size and time of every file of a firm folder: while they stay, what was read of it holds. */
final class FolderStamp {
    /** {@code tape/<date>/<SYMBOL>.csv} is the deepest. */
    private static final int DEPTH = 3;

    private FolderStamp() {}

    static SortedMap<String, String> of(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            for (Path file : all.toList()) {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(folder.relativize(file).toString(), is.size() + " " + is.lastModifiedTime());
            }
        } catch (IOException e) {
            files.put("", e.toString()); // gone, or not ours to read: reading it says so
        }
        return files;
    }
}
