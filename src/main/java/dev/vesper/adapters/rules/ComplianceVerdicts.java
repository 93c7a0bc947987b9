package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.facts.Order;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.definition.rule.Rule;

/**
 * Where compliance rules leave their word, as the global {@code verdicts}. It holds one verdict for each rule file and
 * order, the most severe and then the first by its text, so that the order in which an engine fires does not show.
 */
public final class ComplianceVerdicts {
    private static final Comparator<Verdict> WORST_FIRST =
            Comparator.comparing(Verdict::outcome).reversed().thenComparing(Verdict::reason);

    private final SortedMap<String, String> versions;
    private final SortedMap<String, Verdict> byRuleAndOrder = new TreeMap<>();

    ComplianceVerdicts(SortedMap<String, String> versions) {
        this.versions = versions;
    }

    /**
     * The order is removed.
     *
     * @param rule who says so: {@code drools.getRule()}
     * @param reason a sentence for people that holds the values
     * @param wouldPass what would pass, or empty
     * @param numbers name, number, name, number: what the rule saw
     */
    public void deny(Rule rule, Order order, String reason, String wouldPass, Object... numbers) {
        add(rule, order, Outcome.DENY, reason, wouldPass, Optional.empty(), numbers);
    }

    /** The order is cut to {@code permitted} units, rounded down to whole lots; where that is none, it is removed. */
    public void cut(Rule rule, Order order, BigDecimal permitted, String reason, Object... numbers) {
        BigDecimal lots = Holdings.wholeLots(permitted.max(BigDecimal.ZERO), order.lotSize());
        if (lots.signum() > 0) {
            String most = "at most " + lots.toPlainString() + " units";
            add(rule, order, Outcome.CUT, reason, most, Optional.of(lots), numbers);
        } else {
            add(rule, order, Outcome.DENY, reason, "", Optional.empty(), numbers);
        }
    }

    /** The approver is told; the order stays as it is. */
    public void warn(Rule rule, Order order, String reason, String wouldPass, Object... numbers) {
        add(rule, order, Outcome.WARN, reason, wouldPass, Optional.empty(), numbers);
    }

    private void add(
            Rule rule,
            Order order,
            Outcome outcome,
            String reason,
            String wouldPass,
            Optional<BigDecimal> permitted,
            Object... numbers) {
        String name = ComplianceRules.ruleName(rule.getPackageName());
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("requested", order.quantity());
        permitted.ifPresent(p -> values.put("permitted", p));
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            values.put(String.valueOf(numbers[i]), new BigDecimal(String.valueOf(numbers[i + 1])));
        }
        Verdict verdict = new Verdict(
                name,
                versions.getOrDefault(name, ""),
                outcome,
                order.account(),
                order.id(),
                reason,
                Verdict.numbers(values),
                wouldPass,
                permitted);
        byRuleAndOrder.merge(name + "\n" + order.id(), verdict, (a, b) -> WORST_FIRST.compare(a, b) <= 0 ? a : b);
    }

    List<Verdict> all() {
        return new ArrayList<>(byRuleAndOrder.values());
    }
}
