package dev.vesper.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether files are other ones than at the last look, told by their names, sizes, times and inodes. */
public final class FolderState {
    private static final int DEPTH = 4;

    private final List<Path> roots;
    private SortedMap<String, String> seen = new TreeMap<>();

    /**
     * Watches files and folders.
     *
     * @param roots absent ones are watched too
     */
    public FolderState(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The first look sees a change. */
    public boolean changed() {
        SortedMap<String, String> now = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                now.put(root.toString(), "absent");
                continue;
            }
            try (Stream<Path> all = Files.walk(root, DEPTH)) {
                for (Path file : all.toList()) {
                    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                    now.put(file.toString(), is.size() + " " + is.lastModifiedTime() + " " + is.fileKey());
                }
            } catch (IOException e) {
                now.put(root.toString(), e.toString()); // reading it says so
            }
        }
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }
}
