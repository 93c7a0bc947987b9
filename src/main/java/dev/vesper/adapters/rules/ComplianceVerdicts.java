package dev.vesper.adapters.rules;

import dev.vesper.limits.compliance.Order;
import dev.vesper.limits.compliance.OrderVerdicts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.kie.api.definition.rule.Rule;

/**
 * Where compliance rules leave their word, as the global {@code verdicts}: the way out of DRL, which knows a rule by its
 * package and writes numbers one after the other, to {@link OrderVerdicts}.
 */
public final class ComplianceVerdicts {
    private final Map<String, RuleFile> files;
    private final OrderVerdicts said = new OrderVerdicts();

    /**
     * Nothing said yet.
     *
     * @param files by the name of their package
     */
    ComplianceVerdicts(Map<String, RuleFile> files) {
        this.files = files;
    }

    /**
     * The order is removed.
     *
     * @param rule who says so: {@code drools.getRule()}
     * @param reason a sentence for people that holds the values
     * @param wouldPass what would pass, or empty
     * @param numbers name, number, name, number: what the rule saw
     * @throws dev.vesper.basics.Problem of kind INPUT, naming file and rule, where the numbers are not such pairs
     */
    public void deny(Rule rule, Order order, String reason, String wouldPass, Object... numbers) {
        said.deny(file(rule).rule(), order, reason, wouldPass, pairs(rule, numbers));
    }

    /** The order is cut to {@code permitted} units, rounded down to whole lots; where that is none, it is removed. */
    public void cut(Rule rule, Order order, BigDecimal permitted, String reason, Object... numbers) {
        said.cut(file(rule).rule(), order, permitted, reason, pairs(rule, numbers));
    }

    /** The approver is told; the order stays as it is. */
    public void warn(Rule rule, Order order, String reason, String wouldPass, Object... numbers) {
        said.warn(file(rule).rule(), order, reason, wouldPass, pairs(rule, numbers));
    }

    OrderVerdicts said() {
        return said;
    }

    private RuleFile file(Rule rule) {
        return Objects.requireNonNull(files.get(rule.getPackageName()), rule.getPackageName());
    }

    private Map<String, BigDecimal> pairs(Rule rule, Object... numbers) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < numbers.length; i += 2) {
            String name = String.valueOf(numbers[i]);
            if (i + 1 == numbers.length) {
                throw notPairs(rule, "\"" + name + "\" has no number");
            }
            try {
                values.put(name, new BigDecimal(String.valueOf(numbers[i + 1])));
            } catch (NumberFormatException e) {
                throw notPairs(rule, "\"" + name + "\" is " + numbers[i + 1]);
            }
        }
        return values;
    }

    private RuntimeException notPairs(Rule rule, String found) {
        return file(rule)
                .problem(
                        0,
                        "rule \"" + rule.getName()
                                + "\": Expected names and numbers in turn, such as \"limit\", 5, but " + found);
    }
}
