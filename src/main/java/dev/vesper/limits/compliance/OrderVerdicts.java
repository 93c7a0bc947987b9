package dev.vesper.limits.compliance;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What compliance rules say of the orders of one book: one verdict for each rule and order, the most severe and then the
 * first by its text, so that the order in which an engine fires does not show.
 */
public final class OrderVerdicts {
    private static final Comparator<Verdict> WORST_FIRST =
            Comparator.comparing(Verdict::outcome).reversed().thenComparing(Verdict::reason);

    private final SortedMap<Said, Verdict> said = new TreeMap<>();

    private record Said(RuleVersion rule, String order) implements Comparable<Said> {
        private static final Comparator<Said> ORDER =
                Comparator.comparing(Said::rule).thenComparing(Said::order);

        @Override
        public int compareTo(Said other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The order is removed.
     *
     * @param reason a sentence for people that holds the values
     * @param wouldPass what would pass, or empty
     * @param numbers what the rule saw, by name
     */
    public void deny(RuleVersion rule, Order order, String reason, String wouldPass, Map<String, BigDecimal> numbers) {
        add(rule, order, Outcome.DENY, reason, wouldPass, Optional.empty(), numbers);
    }

    /** The order is cut to {@code permitted} units, rounded down to whole lots; where that is none, it is removed. */
    public void cut(
            RuleVersion rule, Order order, BigDecimal permitted, String reason, Map<String, BigDecimal> numbers) {
        BigDecimal lots = Holdings.wholeLots(permitted.max(BigDecimal.ZERO), order.lotSize());
        if (lots.signum() > 0) {
            String most = "at most " + Numbers.quantity(lots) + " units";
            add(rule, order, Outcome.CUT, reason, most, Optional.of(lots), numbers);
        } else {
            add(rule, order, Outcome.DENY, reason, "", Optional.empty(), numbers);
        }
    }

    /** The approver is told; the order stays as it is. */
    public void warn(RuleVersion rule, Order order, String reason, String wouldPass, Map<String, BigDecimal> numbers) {
        add(rule, order, Outcome.WARN, reason, wouldPass, Optional.empty(), numbers);
    }

    private void add(
            RuleVersion rule,
            Order order,
            Outcome outcome,
            String reason,
            String wouldPass,
            Optional<BigDecimal> permitted,
            Map<String, BigDecimal> numbers) {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("requested", order.quantity());
        permitted.ifPresent(p -> values.put("permitted", p));
        values.putAll(numbers);
        Verdict verdict = new Verdict(
                rule, outcome, order.account(), order.id(), reason, Verdict.numbers(values), wouldPass, permitted);
        said.merge(new Said(rule, order.id()), verdict, (a, b) -> WORST_FIRST.compare(a, b) <= 0 ? a : b);
    }

    /**
     * All that was said, by rule, then order, followed by a pass on the account for each rule that said nothing; none of
     * a book without orders.
     *
     * @param rules all that were asked
     * @return a list of the caller's own
     */
    public List<Verdict> of(AccountBook book, Collection<RuleVersion> rules) {
        List<Verdict> all = new ArrayList<>(said.values());
        Set<RuleVersion> broken = new HashSet<>();
        all.forEach(verdict -> broken.add(verdict.rule()));
        for (RuleVersion rule : rules) {
            if (!broken.contains(rule) && !book.orders().isEmpty()) {
                all.add(passed(rule, book));
            }
        }
        return all;
    }

    private static Verdict passed(RuleVersion rule, AccountBook book) {
        int checked = book.orders().size();
        String account = book.account().id();
        return new Verdict(
                rule,
                Outcome.PASS,
                account,
                account,
                checked == 1 ? "The order keeps this rule." : "All " + checked + " orders keep this rule.",
                Verdict.numbers(Map.of("checked", BigDecimal.valueOf(checked))),
                "",
                Optional.empty());
    }
}
