package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.Difference;
import dev.vesper.desk.workbench.replay.ReplaySummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Differences of one currency that have one thing in common.
 *
 * @param name of the rule, account, strategy or sector; empty of what has none
 * @param less what would not have been traded, at the prices of the decisions
 * @param more what would have been traded beside
 */
public record RuleReplaySum(
        ReplaySummary.By by,
        String name,
        String currency,
        int newlyDenied,
        int newlyAllowed,
        int cutMore,
        int cutLess,
        int newlyWarned,
        int noLongerWarned,
        BigDecimal less,
        BigDecimal more) {

    static List<RuleReplaySum> of(List<Difference> differences) {
        Map<String, List<Difference>> byCurrency = differences.stream()
                .collect(Collectors.groupingBy(one -> one.money().currency(), TreeMap::new, Collectors.toList()));
        List<RuleReplaySum> sums = new ArrayList<>();
        for (ReplaySummary.By by : ReplaySummary.By.values()) {
            byCurrency.forEach((currency, ofCurrency) ->
                    ReplaySummary.of(ofCurrency, by).forEach(group -> sums.add(of(group, currency))));
        }
        return sums;
    }

    private static RuleReplaySum of(ReplaySummary.Group group, String currency) {
        return new RuleReplaySum(
                group.by(),
                group.name(),
                currency,
                group.count(ChangeKind.NEWLY_DENIED),
                group.count(ChangeKind.NEWLY_ALLOWED),
                group.count(ChangeKind.CUT_MORE),
                group.count(ChangeKind.CUT_LESS),
                group.count(ChangeKind.NEWLY_WARNED),
                group.count(ChangeKind.NO_LONGER_WARNED),
                group.lessByCurrency().getOrDefault(currency, BigDecimal.ZERO),
                group.moreByCurrency().getOrDefault(currency, BigDecimal.ZERO));
    }
}
