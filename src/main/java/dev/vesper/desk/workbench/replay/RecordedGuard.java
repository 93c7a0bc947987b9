package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Problem;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.rebalance.DayAgain;
import dev.vesper.desk.rebalance.JudgedOrders;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.workbench.Guard;
import dev.vesper.portfolio.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Accounts of the newest day that was judged, decided by the files of a change as they were looked at, and again by the rules
 * that judge: the same orders and the same words must come of both. Where the day's market is gone nothing is asked.
 */
public final class RecordedGuard implements Guard {
    private static final int ACCOUNTS = 20;

    private final Supplier<RuleReplay.Ports> ports;
    private final RunStore runs;
    private final Predicate<RunRecord> judged;
    private final Supplier<RuleBook> live;

    /**
     * @param judged whether the rules have judged a run
     * @param live the rules that judge, asked for when they do
     */
    public RecordedGuard(
            Supplier<RuleReplay.Ports> ports, RunStore runs, Predicate<RunRecord> judged, Supplier<RuleBook> live) {
        this.ports = ports;
        this.runs = runs;
        this.judged = judged;
        this.live = live;
    }

    @Override
    public Expected expect(FileSet before, FileSet now) {
        List<RunRecord> days = ReplayDays.of(runs, judged, 1, Optional.empty(), Optional.empty());
        if (days.isEmpty()) {
            return new Again(Map.of(), Map::of);
        }
        RuleReplay.Ports kept = ports.get();
        RunRecord day = days.getFirst();
        try {
            Map<String, JudgedOrders> then =
                    judge(kept, day, kept.compiler().compile(now).book());
            return new Again(then, () -> judge(kept, day, live.get()));
        } catch (Problem gone) {
            return new Again(Map.of(), Map::of);
        }
    }

    private static Map<String, JudgedOrders> judge(RuleReplay.Ports ports, RunRecord day, RuleBook rules) {
        try {
            RunMarket market = ports.markets().of(day);
            Set<String> accounts = DayAgain.together(
                    market.firm(),
                    market.firm().accounts().stream()
                            .limit(ACCOUNTS)
                            .map(Account::id)
                            .collect(Collectors.toSet()));
            DayAgain again = new DayAgain(day, market, ports.decided(), rules);
            Map<String, JudgedOrders> judged = new TreeMap<>();
            ports.decided().withoutPasses(day.id()).stream()
                    .flatMap(stored -> stored.plans().stream())
                    .filter(plan -> accounts.contains(plan.account().id()))
                    .forEach(plan -> judged.put(plan.account().id(), again.judge(plan, new Words())));
            return judged;
        } finally {
            ports.markets().release(day.id());
        }
    }

    /** @param then by account */
    private record Again(Map<String, JudgedOrders> then, Supplier<Map<String, JudgedOrders>> now) implements Expected {
        @Override
        public int asked() {
            return then.size();
        }

        @Override
        public List<String> failing() {
            Map<String, JudgedOrders> judged = now.get();
            List<String> failing = new ArrayList<>();
            then.forEach((account, orders) -> {
                if (!orders.equals(judged.get(account))) {
                    failing.add("account " + account
                            + " of the newest day is decided otherwise than when the change was looked at");
                }
            });
            return failing;
        }
    }
}
