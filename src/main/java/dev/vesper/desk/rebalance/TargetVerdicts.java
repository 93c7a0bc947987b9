package dev.vesper.desk.rebalance;

import dev.vesper.basics.Problem;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * No target is no order: what the people of an account hear where its strategy could not weigh what it holds. Nothing is
 * ever sold because a weight could not be computed.
 */
final class TargetVerdicts {
    /** The rule is code, not a file; its version is raised when its meaning changes. */
    static final RuleVersion RULE = new RuleVersion("target", "1");

    /** Instruments that are named where none could be weighed; all have a reason, and it is mostly the same. */
    private static final int NAMED = 3;

    private TargetVerdicts() {}

    /** The account stays as it is, because its strategy could weigh nothing. */
    static Verdict noTarget(String account, SortedMap<String, String> leftOut) {
        String why = leftOut.entrySet().stream()
                .limit(NAMED)
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("; "));
        String more = leftOut.size() > NAMED ? "; and " + (leftOut.size() - NAMED) + " more" : "";
        return denied(
                account,
                "Account " + account + " is left as it is and trades nothing: its strategy has no target weight. "
                        + (why.isEmpty() ? "None of its instruments is listed in its currency" : why + more) + ".",
                "a strategy whose instruments have the prices its method needs");
    }

    /** The account stays as it is, because it cannot be planned. */
    static Verdict refused(String account, Problem why) {
        return denied(
                account,
                "Account " + account + " is left as it is and trades nothing: " + why.getMessage() + ".",
                "an account that can be planned");
    }

    /** A warning for each instrument that is kept. */
    static List<Verdict> kept(String account, SortedMap<String, String> unweighed, AccountWorth worth) {
        return unweighed.entrySet().stream()
                .map(one -> new Verdict(
                        RULE,
                        Outcome.WARN,
                        account,
                        account + "/" + one.getKey(),
                        one.getKey() + " has no target weight, so " + account + " keeps its "
                                + quantity(worth, one.getKey()).toPlainString() + " units. " + one.getValue() + ".",
                        Verdict.numbers(Map.of("held", quantity(worth, one.getKey()))),
                        "",
                        Optional.empty()))
                .toList();
    }

    private static BigDecimal quantity(AccountWorth worth, String symbol) {
        return worth.quantities().getOrDefault(symbol, BigDecimal.ZERO);
    }

    private static Verdict denied(String account, String reason, String wouldPass) {
        return new Verdict(RULE, Outcome.DENY, account, account, reason, new TreeMap<>(), wouldPass, Optional.empty());
    }
}
