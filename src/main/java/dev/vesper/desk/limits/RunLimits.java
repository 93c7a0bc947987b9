package dev.vesper.desk.limits;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.market.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How full the limits of runs are, and what runs are exposed to: the verdicts and orders that are stored, by the formulas of
 * the rules and of the report. What was decided stands, so the last run that was asked about is kept. May serve threads.
 */
public final class RunLimits {
    private final RebalanceStore decisions;
    private final OrderStore orders;
    private final Function<RunRecord, JudgedBooks> books;
    private @Nullable Judged last;
    private @Nullable Exposed exposed;

    private record Judged(
            RunRecord run,
            RebalanceResult decided,
            @Nullable JudgedBooks books,
            List<LimitLine> lines) {}

    private record Exposed(RunId run, OrderCounts counts, Exposures all) {}

    /**
     * Over what is stored.
     *
     * @param books what the rules judged, made again; a {@link Problem} where the files or the market of the run are gone
     */
    public RunLimits(RebalanceStore decisions, OrderStore orders, Function<RunRecord, JudgedBooks> books) {
        this.decisions = decisions;
        this.orders = orders;
        this.books = books;
    }

    /** Each limit at its worst account, breaches first, then the fullest; none where nothing is decided yet. */
    public List<LimitLine> worst(RunRecord run) {
        Map<String, List<LimitLine>> byRule = judged(run).lines.stream()
                .collect(Collectors.groupingBy(LimitLine::rule, TreeMap::new, Collectors.toList()));
        return byRule.values().stream()
                .map(lines -> lines.getFirst().among(lines.size(), (int)
                        lines.stream().filter(line -> line.state().breached()).count()))
                .sorted(LimitLine.WORST_FIRST)
                .toList();
    }

    /**
     * One limit at the fullest subject of each account, breaches first.
     *
     * @param from how many are passed over
     * @throws Problem of kind INPUT where the run was not judged by such a limit
     */
    public List<LimitLine> accounts(RunRecord run, String rule, int from, int most) {
        List<LimitLine> lines = judged(run).lines.stream()
                .filter(line -> line.rule().equals(rule))
                .toList();
        if (lines.isEmpty()) {
            throw Problem.usage("Expected a limit of run " + run.id() + ", but \"" + rule
                    + "\" is none; ./vesper limits list --run " + run.id() + " shows them");
        }
        return lines.stream().skip(from).limit(most).toList();
    }

    /**
     * The orders that fill one limit of an account most, at the subject that it is fullest at; none where no order is left
     * that uses it, or the market of the run is gone.
     *
     * @param from how many are passed over
     * @throws Problem of kind INPUT where the run was not judged by such a limit, or not in such an account
     */
    public List<LimitOrder> orders(RunRecord run, String rule, String account, int from, int most) {
        Judged judged = judged(run);
        LimitLine line = judged.lines.stream()
                .filter(one -> one.rule().equals(rule) && one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected a limit of run " + run.id() + " and an account it was judged"
                        + " in, but \"" + rule + "\" was not judged in \"" + account + "\""));
        JudgedBooks made = judged.books;
        if (made == null) {
            return List.of();
        }
        return AccountLimits.of(run.id(), made, judged.decided, account).claims(line).stream()
                .sorted(Comparator.comparing(LimitOrder::use).reversed().thenComparing(LimitOrder::order))
                .skip(from)
                .limit(most)
                .toList();
    }

    /**
     * Every word of the rules that an order depends on: of itself, of its account, of its position, and of what it shares with
     * others of the account, such as a sector; what acts first. Of an order that was removed too.
     *
     * @param order its id, for example {@code 2018-04-11-001-ACC1-IBM}
     * @throws Problem of kind INPUT where the rules said nothing of such an order
     */
    public List<WhyLine> why(RunRecord run, String order) {
        Set<String> accounts = new HashSet<>();
        decisions.eachVerdict(run.id(), verdict -> {
            if (verdict.subject().equals(order)) {
                accounts.add(verdict.account());
            }
        });
        if (accounts.isEmpty()) {
            throw Problem.usage("Expected an order that the rules of run " + run.id() + " judged, such as " + run.id()
                    + "-ACC1-IBM, but they said nothing of \"" + order + "\"; ./vesper orders list " + run.id()
                    + " shows those that are left");
        }
        String account = accounts.iterator().next();
        Set<String> subjects = subjects(run, account, order);
        List<WhyLine> lines = new ArrayList<>();
        decisions.eachVerdict(run.id(), verdict -> {
            if (verdict.account().equals(account) && subjects.contains(verdict.subject())) {
                lines.add(WhyLine.of(verdict));
            }
        });
        return lines.stream().sorted(WhyLine.WORST_FIRST).toList();
    }

    /** What a rule may have judged that the order is part of. */
    private Set<String> subjects(RunRecord run, String account, String order) {
        Set<String> subjects = new HashSet<>(Set.of(order, account));
        String symbol = order.substring(Math.min(order.length(), (run.id() + "-" + account + "-").length()));
        subjects.add(account + "/" + symbol);
        JudgedBooks made = judged(run).books;
        Instrument instrument = made == null ? null : made.instruments().get(symbol);
        if (instrument != null) {
            Stream.concat(
                            Stream.of(instrument.sector(), instrument.assetClass(), instrument.currency()),
                            instrument.fields().all().stream().map(Fields.Field::text))
                    .forEach(name -> subjects.add(account + "/" + name));
        }
        return subjects;
    }

    /**
     * What the run is exposed to; none where nothing is decided yet.
     *
     * @throws Problem of kind UNAVAILABLE where the files or the market of the run are gone
     */
    public List<ExposureLine> exposures(RunRecord run, ExposureBy by) {
        Judged judged = judged(run);
        if (judged.decided.plans().isEmpty()) {
            return List.of();
        }
        JudgedBooks made = judged.books;
        if (made == null) {
            throw Problem.unavailable("Expected the prices that run " + run.id()
                    + " was decided on, but they are not there any more; ./vesper runs show " + run.id()
                    + " tells its report");
        }
        return exposures(run, judged.decided, made).by(by);
    }

    private synchronized Exposures exposures(RunRecord run, RebalanceResult decided, JudgedBooks made) {
        OrderCounts counts = orders.counts(run.id());
        Exposed known = exposed;
        if (known == null || !known.run.equals(run.id()) || !known.counts.equals(counts)) {
            known = new Exposed(run.id(), counts, Exposures.of(made, decided, orders.fills(run.id())));
            exposed = known;
        }
        return known.all;
    }

    private synchronized Judged judged(RunRecord run) {
        Judged known = last;
        if (known != null && known.run.id().equals(run.id())) {
            return known;
        }
        RebalanceResult decided = decisions.withoutPasses(run.id()).orElse(null);
        if (decided == null) {
            return new Judged(run, new RebalanceResult(List.of(), List.of(), List.of()), null, List.of());
        }
        JudgedBooks made = made(run);
        VerdictFigures figures = VerdictFigures.of(each -> decisions.eachVerdict(run.id(), each));
        last = new Judged(run, decided, made, AccountLimits.lines(run.id(), figures, decided, made));
        return last;
    }

    private @Nullable JudgedBooks made(RunRecord run) {
        try {
            return books.apply(run);
        } catch (Problem gone) {
            return null; // what was used is stored; only before and after are not known any more
        }
    }
}
