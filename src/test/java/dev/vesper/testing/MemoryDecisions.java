package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionLog;
import dev.vesper.desk.workbench.replay.DecisionArchive;
import dev.vesper.desk.workbench.replay.DecisionColumns;
import dev.vesper.desk.workbench.replay.TextColumn;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.LimitEffect;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measured;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decisions kept in memory. */
public final class MemoryDecisions implements DecisionLog, DecisionArchive {
    /** What was kept, by run. */
    public final Map<RunId, List<Kept>> kept = new HashMap<>();

    /** One decision of a table, or of a compliance rule, which has no limit and no facts. */
    public record Kept(
            String account,
            int round,
            String rule,
            String measure,
            String subject,
            Outcome outcome,
            Optional<RiskLimit> limit,
            FactValues facts,
            DecisionColumns.@Nullable Use use,
            int raising) {}

    @Override
    public Recording begin(RunId run, List<Fact<?>> facts) {
        return new Recording() {
            private final List<Kept> told = new ArrayList<>();
            private String account = "";
            private int round;

            @Override
            public void book(AccountBook book) {
                round = book.account().id().equals(account) ? round + 1 : 1;
                account = book.account().id();
            }

            @Override
            public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
                String rule = table.rule().name();
                switch (measured) {
                    case Measured.Used used ->
                        told.add(new Kept(
                                account,
                                round,
                                rule,
                                table.measure().label(),
                                used.used().subject(),
                                said.getFirst().outcome(),
                                Optional.of(limit),
                                used.facts(),
                                new DecisionColumns.Use(
                                        used.used().amount(), used.used().base()),
                                used.used().claims().size()));
                    case Measured.Unknown unknown -> {
                        for (ParentOrder order : unknown.orders()) {
                            told.add(new Kept(
                                    account,
                                    round,
                                    rule,
                                    table.measure().label(),
                                    order.id(),
                                    LimitEffect.ofUnknown(limit),
                                    Optional.of(limit),
                                    unknown.facts(),
                                    null,
                                    1));
                        }
                    }
                }
            }

            @Override
            public void compliance(Verdict said) {
                told.add(new Kept(
                        account,
                        round,
                        said.rule().name(),
                        "",
                        said.subject(),
                        said.outcome(),
                        Optional.empty(),
                        FactValues.none(),
                        null,
                        0));
            }

            @Override
            public void keep() {
                kept.put(run, List.copyOf(told));
            }

            @Override
            public void close() {
                told.clear();
            }
        };
    }

    @Override
    public Optional<DecisionColumns> of(RunId run, Collection<Fact<?>> facts) {
        return Optional.ofNullable(kept.get(run)).map(all -> columns(all, facts));
    }

    private static DecisionColumns columns(List<Kept> all, Collection<Fact<?>> facts) {
        List<Kept> tables = all.stream().filter(one -> one.limit().isPresent()).toList();
        Map<Fact<?>, TextColumn> known = new HashMap<>();
        for (Fact<?> fact : facts) {
            known.put(fact, column(tables, one -> text(one.facts().known(fact))));
        }
        return new DecisionColumns(
                tables.size(),
                column(tables, Kept::account),
                column(tables, Kept::rule),
                column(tables, one -> answer(one.limit().orElseThrow(), one.measure())),
                known,
                tables.stream().mapToDouble(MemoryDecisions::share).toArray(),
                tables.stream().mapToInt(Kept::raising).toArray(),
                rows -> rows.stream().map(row -> tables.get(row).use()).toList());
    }

    private static double share(Kept one) {
        return one.use() == null
                ? Double.NaN
                : one.use().amount().doubleValue() / one.use().base().doubleValue();
    }

    private static String answer(RiskLimit limit, String measure) {
        return DecisionColumns.answer(
                limit.limit().map(MemoryDecisions::exact).orElse(""),
                limit.warning().map(MemoryDecisions::exact).orElse(""),
                limit.action().name().toLowerCase(Locale.ROOT),
                measure);
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell == null ? null : cell instanceof BigDecimal number ? exact(number) : cell.toString();
    }

    private static String exact(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static TextColumn column(List<Kept> rows, Function<Kept, @Nullable String> text) {
        Map<String, Integer> words = new LinkedHashMap<>();
        int[] codes = rows.stream()
                .mapToInt(row -> {
                    String word = text.apply(row);
                    return word == null ? -1 : words.computeIfAbsent(word, _ -> words.size());
                })
                .toArray();
        return new TextColumn(words.keySet().toArray(String[]::new), codes);
    }
}
