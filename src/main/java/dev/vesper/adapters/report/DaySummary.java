package dev.vesper.adapters.report;

import dev.vesper.adapters.report.section.PersonDecision;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.OrderFigures;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.VerdictFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The day in one paragraph, for whoever reads nothing else: what was done, at what cost, what the rules said, what was
 * realised, who signed.
 */
final class DaySummary {
    private DaySummary() {}

    static String of(RunFacts facts) {
        List<String> said = new ArrayList<>();
        said.add(done(facts));
        if (facts.worked()) {
            facts.totals().values().forEach(total -> said.add(cost(total)));
        }
        said.add(rules(facts.report().limits()));
        if (!facts.gains().isEmpty()) {
            said.add(realised(facts));
        }
        said.add(signed(facts.decisions()));
        return String.join(" ", said);
    }

    /** For example "23 orders in 3 accounts: 21 filled, 2 in part." */
    private static String done(RunFacts facts) {
        RunReport report = facts.report();
        if (report.run().status() == RunStatus.REFUSED) {
            return report.fills().isEmpty()
                    ? "The day was refused; nothing was traded."
                    : "The day was refused; what is below had been traded before.";
        }
        if (report.orders().isEmpty()) {
            return "No order was needed or allowed: the books stay as they are.";
        }
        OrderFigures orders = facts.ordered();
        return Counted.of(report.orders().size(), "order") + " in "
                + Counted.of(facts.costs().size(), "account") + ": "
                + Numbers.count(orders.filled()) + " filled"
                + (orders.partlyFilled() > 0 ? ", " + Numbers.count(orders.partlyFilled()) + " in part" : "")
                + (orders.notFilled() > 0 ? ", " + Numbers.count(orders.notFilled()) + " not" : "") + ".";
    }

    private static String cost(CurrencyTotal total) {
        BigDecimal cost = total.costs().total();
        String sense = cost.signum() < 0
                ? " It came out better than the decision prices by " + size(total, cost)
                : " Against the decision prices it cost " + size(total, cost);
        return total.currency() + " " + Numbers.compact(total.filled()) + " was traded, "
                + Numbers.percent(total.fillRate(), 1) + " of what was ordered."
                + (cost.signum() == 0 ? " It cost what was decided." : sense + ".");
    }

    private static String size(CurrencyTotal total, BigDecimal cost) {
        return total.currency() + " " + Numbers.amount(cost.abs()) + ", or "
                + Numbers.decimals(BigDecimal.valueOf(Math.abs(total.costBps())), 1) + " basis points";
    }

    private static String rules(VerdictFigures limits) {
        if (limits.checked() == 0) {
            return "No limit was checked.";
        }
        long acted = limits.breached();
        return "Of " + Counted.of(limits.checked(), "check") + " the rules "
                + (acted == 0
                        ? "cut and denied none"
                        : "cut " + Numbers.count(limits.count(Outcome.CUT)) + " and denied "
                                + Numbers.count(limits.count(Outcome.DENY)))
                + (limits.count(Outcome.WARN) == 0
                        ? "."
                        : ", and warned of " + Numbers.count(limits.count(Outcome.WARN)) + ".");
    }

    private static String realised(RunFacts facts) {
        List<String> parts = new ArrayList<>();
        facts.realised().forEach((currency, gain) -> parts.add(currency + " " + Numbers.signed(gain, 2)));
        return Counted.of(facts.gains().size(), "tax lot") + " closed, which realised " + String.join(" and ", parts)
                + ".";
    }

    private static String signed(List<PersonDecision> decisions) {
        return decisions.isEmpty()
                ? "Nobody has signed."
                : "Signed: "
                        + decisions.stream()
                                .map(d -> d.answer().words() + " by " + d.who())
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
