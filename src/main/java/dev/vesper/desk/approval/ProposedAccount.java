package dev.vesper.desk.approval;

import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a table may ask of one account of a proposal, after the rules cut it: for example ACC1, which trades 40,000 USD of its
 * 100,000 in 5 orders, the largest of 12,000.
 *
 * @param amount bought plus sold at decision prices, in the account's currency
 * @param turnover the amount as a share of the account's value; of an account that is worth nothing, of a cent
 * @param largest notional of its largest order
 * @param total amount of all accounts of the proposal together, as if there were one currency
 */
public record ProposedAccount(
        String account,
        String currency,
        BigDecimal amount,
        BigDecimal turnover,
        BigDecimal largest,
        int orders,
        BigDecimal total) {
    private static final Fact<String> ACCOUNT = Fact.text("Account", "the account's id");
    private static final Fact<String> CURRENCY = Fact.text("Currency", "the account's currency");
    private static final Fact<BigDecimal> AMOUNT =
            Fact.number("Amount", "bought plus sold by the account, in its currency");
    private static final Fact<BigDecimal> TURNOVER =
            Fact.number("Turnover", "bought plus sold as a share of the account's value");
    private static final Fact<BigDecimal> LARGEST =
            Fact.number("Largest order", "notional of the account's largest order");
    private static final Fact<BigDecimal> ORDERS = Fact.number("Orders", "how many orders the account has");
    private static final Fact<BigDecimal> TOTAL =
            Fact.number("Total amount", "bought plus sold by all accounts together");

    /** All that a table may ask for. */
    public static final Set<Fact<?>> FACTS = Set.of(ACCOUNT, CURRENCY, AMOUNT, TURNOVER, LARGEST, ORDERS, TOTAL);

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** As a table sees it. */
    public FactValues values() {
        return FactValues.none()
                .with(ACCOUNT, account)
                .with(CURRENCY, currency)
                .with(AMOUNT, amount)
                .with(TURNOVER, turnover)
                .with(LARGEST, largest)
                .with(ORDERS, BigDecimal.valueOf(orders))
                .with(TOTAL, total);
    }

    /** The accounts that trade, by id; where none does, all. */
    static List<ProposedAccount> of(List<DecisionSummary.AccountLine> accounts, List<ParentOrder> orders) {
        Map<String, List<ParentOrder>> byAccount =
                orders.stream().collect(Collectors.groupingBy(ParentOrder::account, TreeMap::new, Collectors.toList()));
        Map<String, DecisionSummary.AccountLine> lines = new TreeMap<>();
        accounts.forEach(line -> lines.put(line.account(), line));
        BigDecimal total = sum(orders);
        List<ProposedAccount> proposed = new ArrayList<>();
        for (String account : byAccount.isEmpty() ? lines.keySet() : byAccount.keySet()) {
            DecisionSummary.AccountLine line = lines.get(account);
            List<ParentOrder> own = byAccount.getOrDefault(account, List.of());
            BigDecimal amount = sum(own);
            BigDecimal value = line == null ? CENT : line.value().max(CENT);
            proposed.add(new ProposedAccount(
                    account,
                    line == null ? "" : line.currency(),
                    amount,
                    amount.divide(value, MathContext.DECIMAL64),
                    own.stream().map(ParentOrder::notional).reduce(BigDecimal.ZERO, BigDecimal::max),
                    own.size(),
                    total));
        }
        return proposed;
    }

    private static BigDecimal sum(List<ParentOrder> orders) {
        return orders.stream().map(ParentOrder::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
