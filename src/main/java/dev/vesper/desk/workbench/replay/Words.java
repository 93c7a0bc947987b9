package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.compliance.TableVerdicts;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Measured;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each rule came to say of each subject of an account, and by which row: of several words the most severe, then the last. */
final class Words implements DecisionSink {
    private final Map<Key, Integer> rows = new HashMap<>();
    private final SortedMap<Key, Verdict> words = new TreeMap<>();

    /** A rule by name, whatever its version, and what it speaks of. */
    record Key(String rule, String subject) implements Comparable<Key> {
        static Key of(Verdict verdict) {
            return new Key(verdict.rule().name(), verdict.subject());
        }

        @Override
        public int compareTo(Key other) {
            int bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : rule.compareTo(other.rule);
        }
    }

    @Override
    public void book(AccountBook book) {}

    @Override
    public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
        said.forEach(verdict -> rows.put(Key.of(verdict), limit.row()));
        if (measured instanceof Measured.Unknown unknown) {
            unknown.orders().forEach(order -> rows.put(new Key(table.rule().name(), order.id()), limit.row()));
        }
    }

    @Override
    public void compliance(Verdict said) {
        BigDecimal row = said.numbers().get(TableVerdicts.ROW);
        if (row != null) {
            rows.put(Key.of(said), row.intValue());
        }
    }

    Words with(Collection<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            words.merge(
                    Key.of(verdict),
                    verdict,
                    (one, other) -> other.outcome().compareTo(one.outcome()) >= 0 ? other : one);
        }
        return this;
    }

    Collection<Key> keys() {
        return words.keySet();
    }

    Optional<Word> of(Key key) {
        return Optional.ofNullable(words.get(key)).map(verdict -> new Word(verdict, rows.getOrDefault(key, 0)));
    }

    /** The rule that decided on an order: the most severe, of those the one that permits the least. */
    Optional<Word> acting(String order) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().subject().equals(order)
                        && word.getValue().outcome().acts())
                .min((a, b) -> {
                    int severe = b.getValue().outcome().compareTo(a.getValue().outcome());
                    return severe != 0
                            ? severe
                            : a.getValue()
                                    .permitted()
                                    .orElse(BigDecimal.ZERO)
                                    .compareTo(b.getValue().permitted().orElse(BigDecimal.ZERO));
                })
                .flatMap(word -> of(word.getKey()));
    }
}
