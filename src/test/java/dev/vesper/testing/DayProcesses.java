package dev.vesper.testing;

import dev.vesper.desk.run.FileSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The project's own process files, as a run goes by them, and as a modeller changes them. */
public final class DayProcesses {
    /** What is no part of a day. */
    private static final Set<String> OTHERS = Set.of("scheduled-day.bpmn", "change-rules.bpmn");

    private DayProcesses() {}

    /** As they lie in {@code processes/}. */
    public static FileSet ours() {
        return new FileSet(read());
    }

    /** With one file changed. */
    public static FileSet with(String name, UnaryOperator<String> change) {
        Map<String, byte[]> files = read();
        String before = new String(files.get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Expected " + name + " to be changed, but it is as before");
        }
        files.put(name, after.getBytes(StandardCharsets.UTF_8));
        return new FileSet(files);
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> folder = Files.list(Path.of("processes"))) {
            for (Path file : folder.toList()) {
                String name = file.getFileName().toString();
                if (!OTHERS.contains(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
