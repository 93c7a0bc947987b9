package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionLog;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.LimitEffect;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.Measured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decisions kept in memory. */
public final class MemoryDecisions implements DecisionLog {
    /** What was kept, by run. */
    public final Map<RunId, List<Kept>> kept = new HashMap<>();

    /** One decision of a table, or of a compliance rule, which has no limit. */
    public record Kept(String account, int round, String rule, String subject, Outcome outcome) {}

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
                switch (measured) {
                    case Measured.Used used ->
                        told.add(new Kept(
                                account,
                                round,
                                table.rule().name(),
                                used.used().subject(),
                                said.getFirst().outcome()));
                    case Measured.Unknown unknown ->
                        unknown.orders()
                                .forEach(order -> told.add(new Kept(
                                        account,
                                        round,
                                        table.rule().name(),
                                        order.id(),
                                        LimitEffect.ofUnknown(limit))));
                }
            }

            @Override
            public void compliance(Verdict said) {
                told.add(new Kept(account, round, said.rule().name(), said.subject(), said.outcome()));
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
}
