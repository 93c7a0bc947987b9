package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.Scope;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.waiver.Waivers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges a book by all rules. Compliance and the limits of one order judge each order as it was proposed; what all orders of
 * an account share is then judged on what those left, one table after the other.
 *
 * <p>What the verdicts leave is judged again until they leave it as it is: cutting a sell can leave a young tax lot behind,
 * which makes its loss a wash sale. So applying all verdicts at once leaves a book that breaks no hard limit.
 *
 * @param tables in the order of judging within a scope
 * @param waivers what people let pass
 */
public record BookCheck(List<LimitTable> tables, ComplianceCheck compliance, Waivers waivers) {
    public BookCheck {
        tables = List.copyOf(tables);
    }

    /** With nothing waived. */
    public BookCheck(List<LimitTable> tables, ComplianceCheck compliance) {
        this(tables, compliance, Waivers.NONE);
    }

    /** As {@link #check(AccountBook, DecisionSink)}, with nobody told. */
    public List<Verdict> check(AccountBook book) {
        return check(book, DecisionSink.NONE);
    }

    /**
     * All verdicts, by subject, then rule. Each round takes whole lots away, so the rounds end.
     *
     * @param told of every decision of every round
     */
    public List<Verdict> check(AccountBook book, DecisionSink told) {
        SortedMap<Key, Verdict> all = new TreeMap<>();
        ValuedBook before = ValuedBook.of(book);
        once(before, told).forEach(v -> all.put(new Key(v.subject(), v.rule()), v));
        ValuedBook left = after(before, List.copyOf(all.values()));
        while (!left.book().orders().equals(before.book().orders())) {
            for (Verdict verdict : once(left, told)) {
                if (verdict.outcome().acts()) {
                    all.computeIfPresent(
                            new Key(verdict.account(), verdict.rule()),
                            (k, said) -> said.outcome() == Outcome.PASS ? null : said);
                    all.put(new Key(verdict.subject(), verdict.rule()), verdict);
                }
            }
            before = left;
            left = after(left, List.copyOf(all.values()));
        }
        return List.copyOf(all.values());
    }

    /** One rule says one thing of one subject. */
    private record Key(String subject, RuleVersion rule) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::subject).thenComparing(Key::rule);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private List<Verdict> once(ValuedBook asked, DecisionSink told) {
        told.book(asked.book());
        List<Verdict> verdicts = new ArrayList<>(new WaivedCompliance(compliance, waivers).judge(asked.book()));
        verdicts.forEach(told::compliance);
        for (LimitTable table : of(Scope.ORDER)) {
            verdicts.addAll(TableCheck.judge(table, asked, waivers, told));
        }
        ValuedBook left = after(asked, verdicts);
        for (LimitTable table : of(Scope.ACCOUNT)) {
            List<Verdict> said = TableCheck.judge(table, left, waivers, told);
            verdicts.addAll(said);
            left = after(left, said);
        }
        return verdicts;
    }

    private List<LimitTable> of(Scope scope) {
        return tables.stream().filter(t -> t.measure().scope() == scope).toList();
    }

    /** What the verdicts leave, valued anew only where they take something away. */
    private static ValuedBook after(ValuedBook asked, List<Verdict> verdicts) {
        Decisions decisions = Decisions.apply(asked.book().orders(), verdicts);
        return decisions.changes().isEmpty()
                ? asked
                : ValuedBook.of(asked.book().withOrders(decisions.orders()));
    }
}
