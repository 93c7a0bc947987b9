package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Decisions;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitCheck;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All rules of one state of the folder, compiled.
 *
 * @param tables in the order of judging
 * @param versions by path
 */
record LoadedRules(List<LimitTable> tables, ComplianceRules compliance, SortedMap<String, String> versions) {

    static LoadedRules read(Path root) {
        List<RuleFile> limits = RuleFile.readAll(root, "limits", ".dmn");
        List<RuleFile> compliance = RuleFile.readAll(root, "compliance", ".drl");
        SortedMap<String, String> versions = new TreeMap<>();
        limits.forEach(f -> versions.put(f.path(), f.version()));
        compliance.forEach(f -> versions.put(f.path(), f.version()));
        List<LimitTable> tables = limits.stream()
                .map(LimitTable::compile)
                .sorted(Comparator.comparing(LimitTable::measure).thenComparing(LimitTable::name))
                .toList();
        return new LoadedRules(
                tables, ComplianceRules.compile(compliance), Collections.unmodifiableSortedMap(versions));
    }

    /**
     * Judges the book, then what its own verdicts leave of it, until they leave it as it is: cutting a sell can leave a
     * young tax lot behind, which makes its loss a wash sale. Each round takes whole lots away, so the rounds end.
     */
    List<Verdict> check(AccountBook book) {
        SortedMap<String, Verdict> all = new TreeMap<>();
        once(book).forEach(v -> all.put(key(v.subject(), v.rule()), v));
        AccountBook before = book;
        AccountBook left = after(book, List.copyOf(all.values()));
        while (!left.orders().equals(before.orders())) {
            for (Verdict verdict : once(left)) {
                if (verdict.outcome() == Outcome.CUT || verdict.outcome() == Outcome.DENY) {
                    all.computeIfPresent(
                            key(verdict.account(), verdict.rule()),
                            (k, v) -> v.numbers().containsKey("checked") ? null : v);
                    all.put(key(verdict.subject(), verdict.rule()), verdict);
                }
            }
            before = left;
            left = after(left, List.copyOf(all.values()));
        }
        return List.copyOf(all.values());
    }

    /** Sorts by subject, then rule. */
    private static String key(String subject, String rule) {
        return subject + "\u0000" + rule;
    }

    private List<Verdict> once(AccountBook book) {
        List<Verdict> verdicts = new ArrayList<>(compliance.judge(book));
        for (LimitTable table : tables) {
            if (!table.measure().shared()) {
                verdicts.addAll(judge(table, book));
            }
        }
        AccountBook left = after(book, verdicts);
        for (LimitTable table : tables) {
            if (table.measure().shared()) {
                List<Verdict> said = judge(table, left);
                verdicts.addAll(said);
                left = after(left, said);
            }
        }
        return verdicts;
    }

    private static AccountBook after(AccountBook book, List<Verdict> verdicts) {
        return Books.withOrders(book, Decisions.apply(book.orders(), verdicts).orders());
    }

    private static List<Verdict> judge(LimitTable table, AccountBook book) {
        List<Verdict> verdicts = new ArrayList<>();
        List<ParentOrder> unknown = new ArrayList<>();
        for (Subject subject : table.measure().subjects(book)) {
            RiskLimit limit = table.decide(subject.facts());
            if (subject.used().isPresent()) {
                verdicts.addAll(LimitCheck.judge(subject.used().get(), limit));
            } else if (limit.action() == LimitAction.WARN) {
                subject.order().ifPresent(unknown::add);
            } else {
                subject.order().ifPresent(o -> verdicts.add(volumeUnknown(limit, Outcome.DENY, o.id(), List.of(o))));
            }
        }
        if (!unknown.isEmpty()) {
            RiskLimit said = new RiskLimit(
                    table.name(), table.info().version(), Optional.empty(), Optional.empty(), LimitAction.WARN, 0);
            verdicts.add(volumeUnknown(said, Outcome.WARN, book.account().id(), unknown));
        }
        return verdicts;
    }

    private static Verdict volumeUnknown(RiskLimit limit, Outcome outcome, String subject, List<ParentOrder> orders) {
        List<String> symbols =
                orders.stream().map(ParentOrder::symbol).distinct().sorted().toList();
        String named = String.join(", ", symbols.subList(0, Math.min(5, symbols.size())));
        String rest = symbols.size() > 5 ? " and " + (symbols.size() - 5) + " more" : "";
        return new Verdict(
                limit.rule(),
                limit.version(),
                outcome,
                orders.getFirst().account(),
                subject,
                "The average daily volume of " + named + rest + " is unknown: the share of it cannot be measured.",
                Verdict.numbers(Map.of("unmeasured", BigDecimal.valueOf(orders.size()))),
                outcome == Outcome.DENY ? "prices with volumes" : "",
                Optional.empty());
    }
}
