package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Problem;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.DayAgain;
import dev.vesper.desk.rebalance.JudgedOrders;
import dev.vesper.desk.rebalance.KeptRules;
import dev.vesper.desk.rebalance.PlanVerdicts;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what other rules would have decided on recorded days. The recorded decisions are compared first; the accounts with one
 * that ends otherwise are judged again whole, as the day did, so that what is shown is what would have been. Nothing is stored.
 *
 * <p>Each account is judged again by the day's own rules too: where that does not give what the day decided, because a measure
 * or the engine is another since, the account is named and no difference is told of it.
 */
public final class RuleReplay {
    private final Ports ports;

    public RuleReplay(Ports ports) {
        this.ports = ports;
    }

    /**
     * What a replay reads.
     *
     * @param markets of runs that have ended; their own, so that no day that is at work loses its market
     */
    public record Ports(
            RebalanceStore decided,
            RunMarkets markets,
            KeptRules rules,
            DecisionArchive recorded,
            RuleCompiler compiler) {}

    /** Hears how far long work is. */
    @FunctionalInterface
    public interface Heard {
        Heard NOBODY = (_, _, _) -> {};

        /** So many accounts of a run are done, of those that are judged again. */
        void at(RunRecord run, int done, int of);
    }

    /**
     * Replays days, in their order.
     *
     * @param draft the whole state of the rules that would judge
     * @throws Problem of kind INPUT where a file of the draft does not hold
     */
    public List<ReplayedRun> of(FileSet draft, List<RunRecord> runs, Heard heard) {
        return of(draft, runs, heard, _ -> {});
    }

    /** @param each is given the days that are done, after each */
    List<ReplayedRun> of(FileSet draft, List<RunRecord> runs, Heard heard, Consumer<List<ReplayedRun>> each) {
        CandidateRules candidate = ports.compiler().compile(draft);
        List<ReplayedRun> replayed = new ArrayList<>();
        for (RunRecord run : runs) {
            try {
                replayed.add(replay(draft, candidate, run, heard));
            } catch (Problem missing) {
                replayed.add(ReplayedRun.without(run.id(), run.date(), String.valueOf(missing.getMessage())));
            } finally {
                ports.markets().release(run.id());
            }
            each.accept(List.copyOf(replayed));
        }
        return replayed;
    }

    /**
     * What a change would have made of days, beside what the active rules would have. Nothing is judged of a day that the very
     * same rules judged.
     *
     * @throws Problem of kind INPUT where a file does not hold
     */
    ReplayEffect effect(FileSet active, FileSet draft, List<RunRecord> days) {
        EffectCount count = new EffectCount();
        boolean same = Changes.between(active, draft).none();
        int replayed = 0;
        int orders = 0;
        int untold = 0;
        for (RunRecord day : days) {
            Optional<ReplayedRun> now = same ? Optional.empty() : unlessJudgedBy(active, day);
            Optional<ReplayedRun> then = same ? Optional.empty() : unlessJudgedBy(draft, day);
            if (Stream.concat(now.stream(), then.stream()).allMatch(ReplayedRun::known)) {
                replayed++;
                orders += planned(day);
                untold += (int) Stream.concat(now.stream(), then.stream())
                        .flatMap(run -> run.unlike().stream())
                        .distinct()
                        .count();
                count.add(
                        now.map(ReplayedRun::differences).orElse(List.of()),
                        then.map(ReplayedRun::differences).orElse(List.of()));
            }
        }
        return count.effect(days.size(), replayed, orders, untold);
    }

    private Optional<ReplayedRun> unlessJudgedBy(FileSet rules, RunRecord day) {
        boolean judged = ports.rules()
                .of(day.id())
                .filter(kept -> Changes.between(kept, rules).none())
                .isPresent();
        return judged
                ? Optional.empty()
                : Optional.of(of(rules, List.of(day), Heard.NOBODY).getFirst());
    }

    private int planned(RunRecord day) {
        return ports.decided().withoutPasses(day.id()).stream()
                .flatMap(stored -> stored.plans().stream())
                .mapToInt(plan -> plan.proposal().trades().size())
                .sum();
    }

    private ReplayedRun replay(FileSet draft, CandidateRules candidate, RunRecord run, Heard heard) {
        Optional<RebalanceResult> stored = ports.decided().withoutPasses(run.id());
        if (stored.isEmpty()) {
            return ReplayedRun.without(run.id(), run.date(), "Expected a day that was judged, but it never was.");
        }
        Optional<FileSet> kept = ports.rules().of(run.id());
        if (kept.isEmpty()) {
            return ReplayedRun.without(
                    run.id(), run.date(), "Expected the rules that judged the day, but they were not kept.");
        }
        RunMarket market = ports.markets().of(run);
        Changes changes = Changes.between(kept.get(), draft);
        CandidateRules own = ports.compiler().compile(kept.get());
        CandidateRules waived = candidate.waiving(own.book().waivers());
        Found found = find(run, market, changes, own, waived);
        return judged(run, market, stored.get(), own, waived, changes, found, heard);
    }

    /** @param accounts that must be judged again */
    private record Found(Set<String> accounts, int decisions) {}

    private Found find(RunRecord run, RunMarket market, Changes changes, CandidateRules own, CandidateRules candidate) {
        Set<String> all = market.firm().accounts().stream().map(Account::id).collect(Collectors.toSet());
        if (changes.onlyTables(own, candidate)) {
            List<LimitTable> tables = changes.tables(candidate).stream()
                    .map(table -> table.on(run.date()))
                    .toList();
            Optional<DecisionColumns> recorded = ports.recorded()
                    .of(
                            run.id(),
                            tables.stream().flatMap(t -> t.asked().stream()).collect(Collectors.toSet()));
            if (recorded.isPresent()) {
                Set<String> accounts = new DecisionIndex(recorded.get()).accounts(tables, changes.gone(own, candidate));
                return new Found(
                        DayAgain.together(market.firm(), accounts),
                        recorded.get().size());
            }
        }
        return new Found(all, 0);
    }

    private ReplayedRun judged(
            RunRecord run,
            RunMarket market,
            RebalanceResult stored,
            CandidateRules own,
            CandidateRules candidate,
            Changes changes,
            Found found,
            Heard heard) {
        Map<String, List<ParentOrder>> orders = by(stored.orders(), ParentOrder::account);
        Map<String, List<Verdict>> verdicts = by(
                stored.verdicts().stream()
                        .filter(v -> !PlanVerdicts.ofPlanning(v.rule()))
                        .toList(),
                Verdict::account);
        DayAgain then = new DayAgain(run, market, ports.decided(), own.book());
        DayAgain now = new DayAgain(run, market, ports.decided(), candidate.book());
        List<AccountPlan> plans = stored.plans().stream()
                .filter(plan -> found.accounts().contains(plan.account().id()))
                .toList();
        List<Difference> differences = new ArrayList<>();
        List<String> unlike = new ArrayList<>();
        int done = 0;
        for (AccountPlan plan : plans) {
            heard.at(run, done++, plans.size());
            String account = plan.account().id();
            Decided was =
                    new Decided(orders.getOrDefault(account, List.of()), verdicts.getOrDefault(account, List.of()));
            Words wasWords = new Words();
            if (changes.none()) {
                wasWords.with(was.verdicts());
            } else {
                JudgedOrders again = then.judge(plan, wasWords);
                wasWords.with(again.verdicts());
                if (!was.sameAs(again)) {
                    unlike.add(account);
                }
            }
            Words nowWords = new Words();
            JudgedOrders would = now.judge(plan, nowWords);
            nowWords.with(would.verdicts());
            if (!unlike.contains(account)) {
                differences.addAll(new AccountDifferences(run.id(), plan.account(), sectors(market), then.planned(plan))
                        .between(
                                AccountDifferences.Side.of(was.orders(), wasWords),
                                AccountDifferences.Side.of(would.orders(), nowWords)));
            }
        }
        heard.at(run, plans.size(), plans.size());
        return new ReplayedRun(
                run.id(), run.date(), stored.plans().size(), found.decisions(), plans.size(), unlike, differences, "");
    }

    private static Function<String, String> sectors(RunMarket market) {
        return symbol -> Optional.ofNullable(market.snapshot().instruments().get(symbol))
                .map(Instrument::sector)
                .orElse("");
    }

    private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> account) {
        return all.stream().collect(Collectors.groupingBy(account));
    }

    /** What the day decided of an account, as it is stored. */
    private record Decided(List<ParentOrder> orders, List<Verdict> verdicts) {
        boolean sameAs(JudgedOrders again) {
            return orders(orders).equals(orders(again.orders()))
                    && told(verdicts).equals(told(again.verdicts()));
        }

        private static Set<String> orders(List<ParentOrder> orders) {
            return orders.stream()
                    .map(order -> order.id() + " "
                            + order.quantity().stripTrailingZeros().toPlainString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<String> told(List<Verdict> verdicts) {
            Set<String> told = new HashSet<>();
            for (Verdict verdict : verdicts) {
                if (verdict.outcome() != Outcome.PASS) {
                    told.add(verdict.rule().name() + " " + verdict.outcome() + " " + verdict.subject());
                }
            }
            return told;
        }
    }
}
