package dev.vesper.desk.rebalance;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.TargetVerdicts;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.Why;
import dev.vesper.rebalance.TargetsWithin.Bent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the people of an account hear of a plan that the rules bent: which rule and row kept which names from what the strategy
 * wanted, where the money goes instead, and what stays in cash.
 */
public final class PlanVerdicts {
    /** The rule is code, not a file; its version is raised when its meaning changes. */
    static final RuleVersion RULE = new RuleVersion("plan", "1");

    /** Names that a sentence lists. */
    private static final int NAMED = 5;
    /** What is less is rounding. */
    private static final double A_CENT = 0.01;

    private PlanVerdicts() {}

    /** Whether a word is of planning, before any rule has judged: no rule's file says it. */
    public static boolean ofPlanning(RuleVersion rule) {
        return rule.name().equals(RULE.name()) || rule.name().equals(TargetVerdicts.RULE.name());
    }

    /** A warning for each row that binds, and for each name that compliance binds; none where nothing was bent. */
    static List<Verdict> of(String account, String currency, List<Bent> bent) {
        Map<String, List<Bent>> bySubject = new TreeMap<>();
        for (Bent one : bent) {
            one.why()
                    .ifPresent(why -> bySubject
                            .computeIfAbsent(subject(why, one.symbol()), s -> new ArrayList<>())
                            .add(one));
        }
        List<Verdict> verdicts = new ArrayList<>();
        String rest = " " + rest(account, currency, bent);
        bySubject.forEach((subject, names) -> {
            Why why = names.getFirst().why().orElseThrow();
            String said =
                    why.ofTable() ? row(account, currency, why, names) : compliance(account, currency, why, names);
            verdicts.add(new Verdict(
                    RULE,
                    Outcome.WARN,
                    account,
                    account + "/" + subject,
                    verdicts.isEmpty() ? (said + rest).strip() : said,
                    Verdict.numbers(Map.of("wanted", amount(sum(names, true)), "planned", amount(sum(names, false)))),
                    "",
                    Optional.empty()));
        });
        return verdicts;
    }

    private static String subject(Why why, String symbol) {
        return why.ofTable() ? why.rule().name() + "/" + why.row() : symbol;
    }

    private static String row(String account, String currency, Why why, List<Bent> names) {
        double less = sum(names, true) - sum(names, false);
        return "The plan keeps " + named(names) + " of " + account + " within "
                + why.rule().name() + " row " + why.row()
                + " (" + why.said() + "): " + money(currency, Math.abs(less)) + (less < 0 ? " more" : " less")
                + " than wanted.";
    }

    private static String compliance(String account, String currency, Why why, List<Bent> names) {
        Bent name = names.getFirst();
        return "The plan of " + account + " has " + money(currency, name.planned()) + " of " + name.symbol() + " where "
                + money(currency, name.wanted()) + " was wanted, by "
                + why.rule().name() + ": " + why.said();
    }

    private static String rest(String account, String currency, List<Bent> bent) {
        List<Bent> more = bent.stream()
                .filter(one -> one.why().isEmpty() && one.more() > 0)
                .sorted(Comparator.comparingDouble(Bent::more).reversed().thenComparing(Bent::symbol))
                .toList();
        double cash = -bent.stream().mapToDouble(Bent::more).sum();
        String placed = more.isEmpty()
                ? ""
                : "What rules take from other names of " + account + " goes to " + named(more) + ": "
                        + money(currency, more.stream().mapToDouble(Bent::more).sum()) + ".";
        String left = cash >= A_CENT ? money(currency, cash) + " more stays in cash." : "";
        return (placed + " " + left).strip();
    }

    private static String named(List<Bent> names) {
        String first =
                String.join(", ", names.stream().limit(NAMED).map(Bent::symbol).toList());
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    private static double sum(List<Bent> names, boolean wanted) {
        return names.stream()
                .mapToDouble(name -> wanted ? name.wanted() : name.planned())
                .sum();
    }

    private static String money(String currency, double amount) {
        return Numbers.money(currency, amount(amount));
    }

    private static BigDecimal amount(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }
}
