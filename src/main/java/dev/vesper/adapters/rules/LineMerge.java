package dev.vesper.adapters.rules;

import dev.vesper.desk.workbench.MergeConflict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of cases, or a list, merged by line. A case is the same by its name, which is its first column; the line of a list by
 * itself. Lines stay as they were written.
 */
final class LineMerge {
    private static final String HEADER = "";

    private final String path;
    private final byte[] base;
    private final byte[] active;
    private final byte[] draft;
    private final boolean keepDraft;

    LineMerge(String path, byte[] base, byte[] active, byte[] draft, boolean keepDraft) {
        this.path = path;
        this.base = base;
        this.active = active;
        this.draft = draft;
        this.keepDraft = keepDraft;
    }

    /** Empty where lines cannot be told apart, or the headers differ. */
    Optional<byte[]> merged(List<MergeConflict> conflicts) {
        var from = lines(base);
        var now = lines(active);
        var then = lines(draft);
        if (from.isEmpty() || now.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> was = from.get();
        Map<String, String> one = now.get();
        Map<String, String> other = then.get();
        if (!Objects.equals(one.get(HEADER), other.get(HEADER))) {
            return Optional.empty();
        }
        Map<String, String> merged = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            String line = line(name, was.get(name), one.get(name), other.get(name), conflicts);
            if (line != null) {
                merged.put(name, line);
            }
        }
        return Optional.of(String.join("", merged.values()).getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String line(
            String name,
            @Nullable String was,
            @Nullable String one,
            @Nullable String other,
            List<MergeConflict> conflicts) {
        if (Objects.equals(one, was)) {
            return other;
        }
        if (!Objects.equals(other, was) && !Objects.equals(other, one)) {
            conflicts.add(new MergeConflict(path, name, "", shown(was), shown(one), shown(other)));
            return keepDraft ? other : one;
        }
        return one;
    }

    private static String shown(@Nullable String line) {
        return line == null ? "" : line.strip();
    }

    /** Lines by their names, each with its end; empty where two have one name, or a quoted cell goes over lines. */
    private Optional<Map<String, String>> lines(byte[] bytes) {
        boolean cases = path.endsWith(Scenarios.ENDING);
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)", -1)));
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
                return Optional.empty();
            }
            String name = !cases ? line.strip() : i == 0 ? HEADER : first(line);
            if (lines.put(name, line.endsWith("\n") ? line : line + "\n") != null) {
                return Optional.empty();
            }
        }
        return Optional.of(lines);
    }

    private static String first(String line) {
        int end = line.startsWith("\"") ? line.indexOf('"', 1) + 1 : line.indexOf(',');
        return (end <= 0 ? line : line.substring(0, end)).strip();
    }
}
