package dev.vesper.desk.operations;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.execution.cost.ExpectedCost;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One order as it is put before people: what the rules left of it.
 *
 * @param order its id, for example {@code 2018-04-11-001-ACC1-IBM}
 * @param quantity units, after cuts
 * @param decisionPrice in currency units
 * @param notional quantity times decision price
 * @param why which weight it moves from where to where, and what the rules that changed it said
 * @param wouldPass what those rules would let pass; empty where none changed it
 * @param outcome the worst that a rule said of it
 * @param limit the limit of which it uses most; empty where none was asked about it alone
 * @param limitUsed how much of that, 1 for all
 * @param expectedCost by the firm's own figures, fees included, in the order's currency; null where its frozen files are gone
 * @param expectedFees the fees in it
 * @param leftOut who left it out of the proposal and why; empty where nobody did
 */
public record ProposedOrder(
        String order,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal decisionPrice,
        BigDecimal notional,
        String currency,
        String why,
        String wouldPass,
        Outcome outcome,
        String limit,
        double limitUsed,
        @Nullable BigDecimal expectedCost,
        @Nullable BigDecimal expectedFees,
        String leftOut) {
    /**
     * What is known of the orders of a run beside their decision.
     *
     * @param fullest the limit of which each uses most
     */
    record Known(Map<String, LimitUsed> fullest, Map<String, LeftOutOrder> leftOut, Optional<ExpectedCost> cost) {}

    /** Some of the orders of a decision, each with why it is there. */
    static List<ProposedOrder> of(RebalanceResult decided, Known known, ProposedView view, int from, int most) {
        Map<List<String>, ProposedHolding> holdings = new HashMap<>();
        ProposedHolding.of(decided)
                .forEach(holding -> holdings.put(List.of(holding.account(), holding.symbol()), holding));
        Map<String, List<Verdict>> said = new HashMap<>();
        decided.verdicts()
                .forEach(verdict -> said.computeIfAbsent(verdict.subject(), _ -> new ArrayList<>())
                        .add(verdict));
        Comparator<ParentOrder> attention = Comparator.comparing(
                        (ParentOrder order) -> worst(said.getOrDefault(order.id(), List.of())))
                .thenComparingDouble(order ->
                        known.fullest().getOrDefault(order.id(), LimitUsed.NONE).share())
                .reversed()
                .thenComparing(DecisionSummary.LARGEST_FIRST);
        return decided.orders().stream()
                .filter(order -> view.has(order.id()))
                .sorted(view.first() == ProposedView.First.ATTENTION ? attention : DecisionSummary.LARGEST_FIRST)
                .skip(from)
                .limit(most)
                .map(order -> of(
                        order,
                        Optional.ofNullable(holdings.get(List.of(order.account(), order.symbol()))),
                        said.getOrDefault(order.id(), List.of()),
                        known))
                .toList();
    }

    private static Outcome worst(List<Verdict> said) {
        return said.stream()
                .map(Verdict::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.PASS);
    }

    private static ProposedOrder of(
            ParentOrder order, Optional<ProposedHolding> holding, List<Verdict> said, Known known) {
        LimitUsed used = known.fullest().getOrDefault(order.id(), LimitUsed.NONE);
        String moves = holding.map(held -> "From " + Numbers.percent(held.before(), 2) + " to "
                        + Numbers.percent(held.after(), 2) + " of the account, towards a target of "
                        + Numbers.percent(held.target(), 2))
                .orElse("");
        return new ProposedOrder(
                order.id(),
                order.account(),
                order.symbol(),
                order.side(),
                order.quantity(),
                order.decisionPrice(),
                order.notional(),
                order.currency(),
                Stream.concat(Stream.of(moves), said.stream().map(Verdict::reason))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.endsWith(".") ? part : part + ".")
                        .collect(Collectors.joining(" ")),
                said.stream()
                        .map(Verdict::remedy)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                worst(said),
                used.rule(),
                used.share(),
                known.cost().map(cost -> cost.of(order.notional())).orElse(null),
                known.cost().map(cost -> cost.fees(order.notional())).orElse(null),
                Optional.ofNullable(known.leftOut().get(order.id()))
                        .map(LeftOutOrder::words)
                        .orElse(""));
    }
}
