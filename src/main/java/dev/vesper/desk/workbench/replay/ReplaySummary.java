package dev.vesper.desk.workbench.replay;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Differences counted and added up. */
public final class ReplaySummary {
    private ReplaySummary() {}

    /** By what differences are added up. */
    public enum By {
        RULE,
        ACCOUNT,
        STRATEGY,
        SECTOR;

        String of(Difference difference) {
            return switch (this) {
                case RULE -> difference.rule();
                case ACCOUNT -> difference.account();
                case STRATEGY -> difference.strategy();
                case SECTOR -> difference.sector();
            };
        }

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Differences that have one thing in common.
     *
     * @param name for example {@code position-weight}; empty of what has none
     * @param counts by kind; one without any is absent
     * @param lessByCurrency what would not have been traded, at the prices of the decisions
     * @param moreByCurrency what would have been traded beside
     */
    public record Group(
            By by,
            String name,
            Map<ChangeKind, Integer> counts,
            SortedMap<String, BigDecimal> lessByCurrency,
            SortedMap<String, BigDecimal> moreByCurrency) {
        public Group {
            counts = Collections.unmodifiableMap(new EnumMap<>(counts));
            lessByCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(lessByCurrency));
            moreByCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(moreByCurrency));
        }

        /** How many of a kind. */
        public int count(ChangeKind kind) {
            return counts.getOrDefault(kind, 0);
        }

        /** How many in all. */
        public int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The groups of one kind, those with most differences first, then by name. */
    public static List<Group> of(List<Difference> differences, By by) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        differences.forEach(difference ->
                sums.computeIfAbsent(by.of(difference), _ -> new Sum()).add(difference));
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().group(by, sum.getKey()))
                .sorted(Comparator.comparingInt(Group::all).reversed())
                .toList();
    }

    private static final class Sum {
        private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        private final SortedMap<String, BigDecimal> less = new TreeMap<>();
        private final SortedMap<String, BigDecimal> more = new TreeMap<>();

        void add(Difference difference) {
            counts.merge(difference.kind(), 1, Integer::sum);
            String currency = difference.money().currency();
            BigDecimal amount = difference.money().amount();
            switch (difference.kind()) {
                case NEWLY_DENIED, CUT_MORE -> less.merge(currency, amount, BigDecimal::add);
                case NEWLY_ALLOWED, CUT_LESS -> more.merge(currency, amount, BigDecimal::add);
                case NEWLY_WARNED, NO_LONGER_WARNED -> {}
            }
        }

        Group group(By by, String name) {
            return new Group(by, name, counts, less, more);
        }
    }
}
