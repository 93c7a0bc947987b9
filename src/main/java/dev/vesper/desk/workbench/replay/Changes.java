package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.judging.LimitTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which files that judge are others.
 *
 * @param files paths below the rules folder; what asks who approves judges no order and is not among them
 */
record Changes(Set<String> files) {
    private static final String LIMITS = "limits/";
    private static final String COMPLIANCE = "compliance/";
    private static final String LISTS = "lists/";

    static Changes between(FileSet before, FileSet after) {
        SortedMap<String, String> then = judging(before);
        SortedMap<String, String> now = judging(after);
        Set<String> all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        return new Changes(all.stream()
                .filter(path -> !Objects.equals(then.get(path), now.get(path)))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static SortedMap<String, String> judging(FileSet files) {
        SortedMap<String, String> judging = new TreeMap<>(files.versions());
        judging.keySet().removeIf(path -> !judges(path));
        return judging;
    }

    /** Tables, code and lists; the cases beside them judge nothing. */
    private static boolean judges(String path) {
        return (path.startsWith(LIMITS) && path.endsWith(".dmn"))
                || (path.startsWith(COMPLIANCE) && (path.endsWith(".drl") || path.endsWith(".dmn")))
                || (path.startsWith(LISTS) && path.endsWith(".csv"));
    }

    /** The very same rules: then it is the engine that is looked at. */
    boolean none() {
        return files.isEmpty();
    }

    /**
     * Whether each recorded decision can be compared with one of the candidate: no code is another, no table is new, and each
     * limits what it limited.
     */
    boolean onlyTables(CandidateRules own, CandidateRules candidate) {
        Map<String, String> then = measures(own);
        Map<String, String> now = measures(candidate);
        return !none()
                && files.stream().allMatch(path -> path.startsWith(LIMITS))
                && now.entrySet().stream().allMatch(table -> table.getValue().equals(then.get(table.getKey())));
    }

    /** Those of the candidate's tables that are others. */
    List<LimitTable> tables(CandidateRules candidate) {
        return candidate.tables().stream()
                .filter(table -> files.contains(LIMITS + table.rule().name() + ".dmn"))
                .toList();
    }

    /** Names of the tables that there are no more. */
    Set<String> gone(CandidateRules own, CandidateRules candidate) {
        Set<String> gone = new HashSet<>(measures(own).keySet());
        gone.removeAll(measures(candidate).keySet());
        return gone;
    }

    private static Map<String, String> measures(CandidateRules rules) {
        return rules.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.rule().name(), table -> table.measure().label()));
    }
}
