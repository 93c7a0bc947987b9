package dev.vesper.testing.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a folder would still be there if the power went now: the bytes of files as they were when they were last forced,
 * under the names their folders had when those were last forced. A new file, a renamed one, a removed one: each needs its
 * folder to be forced. Strict, as POSIX is; real file systems mostly keep more.
 */
public final class LossyDisk {
    private final Path root;
    private final Node top = new Node(true);
    private long forces;
    private String deaf = "";

    /** A file or a folder, whatever it is called. */
    static final class Node {
        private final boolean folder;
        private final Map<String, Node> names = new TreeMap<>();
        private Map<String, Node> kept = Map.of();
        private byte[] bytes = {};

        private Node(boolean folder) {
            this.folder = folder;
        }
    }

    /**
     * Watches a folder.
     *
     * @param root there already, and empty
     */
    public LossyDisk(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * From now on forces are not heard under a name: what a program would lose that does not force.
     *
     * @param name of a folder under the root, for example {@code store}; empty for none
     */
    public synchronized void deafen(String name) {
        deaf = name;
    }

    /** How often something was forced. */
    public synchronized long forces() {
        return forces;
    }

    boolean watches(Path path) {
        return path.toAbsolutePath().normalize().startsWith(root);
    }

    /** The node behind a path that exists; what was made where nobody watched is met here for the first time. */
    synchronized Node node(Path path) {
        Node node = top;
        Path at = root;
        for (Path name : root.relativize(path.toAbsolutePath().normalize())) {
            if (name.toString().isEmpty()) {
                break;
            }
            at = at.resolve(name);
            boolean folder = Files.isDirectory(at);
            node = node.names.computeIfAbsent(name.toString(), made -> new Node(folder));
        }
        return node;
    }

    synchronized void removed(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        node(absolute.getParent()).names.remove(absolute.getFileName().toString());
    }

    synchronized void renamed(Path from, Path to) {
        Node moved = node(from);
        removed(from);
        Path absolute = to.toAbsolutePath().normalize();
        node(absolute.getParent()).names.put(absolute.getFileName().toString(), moved);
    }

    synchronized void made(Path path) {
        removed(path);
        node(path);
    }

    /**
     * Somebody forces a file or a folder.
     *
     * @param at what it is called now
     */
    synchronized void forced(Node node, Path at) {
        forces++;
        if (!deaf.isEmpty() && at.startsWith(root.resolve(deaf))) {
            return;
        }
        if (node.folder) {
            node.kept = Map.copyOf(node.names);
            return;
        }
        try {
            node.bytes = Files.readAllBytes(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts what would still be there into a folder.
     *
     * @param asTheyAre names under the root that are copied as they stand, because nobody watches what is written there
     */
    public synchronized void cut(Path target, List<String> asTheyAre) throws IOException {
        Files.createDirectories(target);
        keep(top, target);
        for (String name : asTheyAre) {
            if (!name.isEmpty() && Files.exists(root.resolve(name))) {
                copy(root.resolve(name), target.resolve(name));
            }
        }
    }

    private static void keep(Node folder, Path target) throws IOException {
        for (Map.Entry<String, Node> entry : folder.kept.entrySet()) {
            Path path = target.resolve(entry.getKey());
            if (entry.getValue().folder) {
                Files.createDirectories(path);
                keep(entry.getValue(), path);
            } else {
                Files.write(path, entry.getValue().bytes);
            }
        }
    }

    /**
     * Others write while this copies: what says how far a log goes is copied before the log, which then holds that much at
     * least, as it would at any one moment.
     */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            Comparator<Path> marksFirst =
                    Comparator.comparing(path -> !path.getFileName().toString().endsWith(".meta"));
            for (Path path : all.filter(Files::isRegularFile).sorted(marksFirst).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
