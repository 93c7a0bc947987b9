package dev.vesper.adapters.report;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What made-up rules say of orders: most pass, every so many is warned, cut or denied. */
final class SampleVerdicts {
    final List<Verdict> all = new ArrayList<>();

    /** Judges one order. */
    void ofOrder(String order, String account, String symbol, long units, double price, double weight) {
        int n = all.size();
        all.add(verdict("position-weight", account, account + "/" + symbol, weight, 0.08, 0.15, Outcome.PASS, ""));
        Outcome big = n % 31 == 4 ? Outcome.CUT : Outcome.PASS;
        all.add(verdict(
                "order-notional",
                account,
                order,
                big == Outcome.CUT ? 312_000 : units * price,
                200_000,
                250_000,
                big,
                big == Outcome.CUT ? "at most " + units + " units" : ""));
        Outcome adv = n % 17 == 3 ? Outcome.WARN : Outcome.PASS;
        all.add(verdict(
                "share-of-daily-volume",
                account,
                order,
                adv == Outcome.WARN ? 0.083 : units / 3e6,
                0.05,
                0.1,
                adv,
                adv == Outcome.WARN ? "at most 150,000 units" : ""));
        if (n % 40 == 0) {
            all.add(new Verdict(
                    new RuleVersion("no-wash-sale", "77aa01bc23de"),
                    Outcome.DENY,
                    account,
                    account + "/" + symbol,
                    "Buying " + symbol
                            + " today would wash the loss of 1,204.11 USD realised on 2024-03-12, 16 days ago; "
                            + "the rule asks for 30 days",
                    new TreeMap<>(Map.of("days", new BigDecimal("16"))),
                    "a purchase on or after 2024-04-12",
                    Optional.empty()));
        }
    }

    private static Verdict verdict(
            String rule,
            String account,
            String subject,
            double used,
            double warning,
            double limit,
            Outcome outcome,
            String wouldPass) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        numbers.put("used", BigDecimal.valueOf(used).setScale(4, RoundingMode.HALF_EVEN));
        numbers.put("warning", BigDecimal.valueOf(warning));
        numbers.put("limit", BigDecimal.valueOf(limit));
        return new Verdict(
                new RuleVersion(rule, "5be0a91c44d2"),
                outcome,
                account,
                subject,
                rule + " of " + subject + " is " + numbers.get("used").toPlainString() + ", the limit is "
                        + numbers.get("limit").toPlainString(),
                numbers,
                wouldPass,
                outcome == Outcome.CUT ? Optional.of(BigDecimal.valueOf(1200)) : Optional.empty());
    }
}
