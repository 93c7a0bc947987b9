package dev.vesper.limits;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
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
public final class TargetVerdicts {
    /** The rule is code, not a file; its version is raised when its meaning changes. */
    public static final RuleVersion RULE = new RuleVersion("target", "1");

    /** Instruments that are named where none could be weighed; all have a reason, and it is mostly the same. */
    private static final int NAMED = 3;

    private TargetVerdicts() {}

    /** The account stays as it is, because its strategy could weigh nothing. */
    public static Verdict noTarget(String account, SortedMap<String, String> leftOut) {
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
    public static Verdict refused(String account, Problem why) {
        return denied(
                account,
                "Account " + account + " is left as it is and trades nothing: " + why.getMessage() + ".",
                "an account that can be planned");
    }

    /**
     * A warning for each instrument that is kept.
     *
     * @param unweighed why it has no weight, by symbol
     * @param quantities units held, by symbol
     */
    public static List<Verdict> kept(
            String account, SortedMap<String, String> unweighed, Map<String, BigDecimal> quantities) {
        return unweighed.entrySet().stream()
                .map(one -> new Verdict(
                        RULE,
                        Outcome.WARN,
                        account,
                        account + "/" + one.getKey(),
                        one.getKey() + " has no target weight, so " + account + " keeps its "
                                + Numbers.quantity(quantities.getOrDefault(one.getKey(), BigDecimal.ZERO)) + " units. "
                                + one.getValue() + ".",
                        Verdict.numbers(Map.of("held", quantities.getOrDefault(one.getKey(), BigDecimal.ZERO))),
                        "",
                        Optional.empty()))
                .toList();
    }

    /**
     * A warning for each instrument of the strategy that is not held and not bought either.
     *
     * @param leftOut why it has no weight, by symbol
     */
    public static List<Verdict> notBought(String account, SortedMap<String, String> leftOut) {
        return leftOut.entrySet().stream()
                .map(one -> new Verdict(
                        RULE,
                        Outcome.WARN,
                        account,
                        account + "/" + one.getKey(),
                        one.getKey() + " is left out and not held: it has no target weight, so " + account
                                + " buys none. " + one.getValue() + ".",
                        new TreeMap<>(),
                        "",
                        Optional.empty()))
                .toList();
    }

    private static Verdict denied(String account, String reason, String wouldPass) {
        return new Verdict(RULE, Outcome.DENY, account, account, reason, new TreeMap<>(), wouldPass, Optional.empty());
    }
}
