package dev.vesper.limits;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the fullest subject of each account and rule among verdicts that come one by one; of equals the first stays. */
final class FullestSubjects {
    private final Map<Key, FullestSubject> fullest = new LinkedHashMap<>();

    private record Key(String account, String rule) {}

    /** Passed over where the verdict carries no limit. */
    void add(Verdict verdict) {
        VerdictFigures.utilisation(verdict).ifPresent(used -> {
            Key key = new Key(verdict.account(), verdict.rule().name());
            FullestSubject known = fullest.get(key);
            if (known == null || used > known.utilisation()) {
                fullest.put(key, new FullestSubject(verdict, used));
            }
        });
    }

    List<FullestSubject> fullestFirst() {
        return fullest.values().stream()
                .sorted(Comparator.comparingDouble(FullestSubject::utilisation).reversed())
                .toList();
    }
}
