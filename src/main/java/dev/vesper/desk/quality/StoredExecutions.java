package dev.vesper.desk.quality;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.quality.FillQuotes;
import dev.vesper.execution.quality.KeyedFill;
import dev.vesper.execution.quality.LeftOut;
import dev.vesper.execution.quality.Population;
import dev.vesper.execution.quality.SentOrder;
import dev.vesper.market.Instrument;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of the orders of some business days. Counted is what a venue received in a day that has ended and that no
 * other took the place of; all else is told with its reason.
 *
 * @param firmOf the firm as a run saw it; it throws a {@link Problem} where that is not kept any more
 * @param quotes of the market, beside which the orders are put
 * @param practice whether the days went by a simulated clock
 */
public record StoredExecutions(
        RunStore runs,
        OrderStore orders,
        RebalanceStore decisions,
        Function<RunId, Firm> firmOf,
        RecordedQuotes quotes,
        boolean practice) {
    private static final int PAGE = 200;
    private static final String MIDPOINT = "midpoint";

    /**
     * All of a period.
     *
     * @param firm the firm's folder; empty where only one has days in the period
     * @param rehearsal whether rehearsals are asked for, which are never counted among days
     * @throws Problem of kind INPUT where no run is stored of it, it has those of several firms, or none of its orders count
     */
    public Population between(LocalDate from, LocalDate to, Optional<String> firm, boolean rehearsal) {
        List<RunRecord> all = all();
        List<RunRecord> found = all.stream()
                .filter(run -> !run.date().isBefore(from) && !run.date().isAfter(to))
                .filter(run -> firm.isEmpty() || run.firm().equals(firm.get()))
                .sorted(Comparator.comparing(RunRecord::id))
                .toList();
        if (found.isEmpty()) {
            throw Problem.usage("Expected a day from " + from + " to " + to + " in the store, but " + stored(all));
        }
        List<String> firms =
                found.stream().map(RunRecord::firm).distinct().sorted().toList();
        if (firms.size() > 1) {
            throw Problem.usage("Expected --firm, because several have days from " + from + " to " + to + ": "
                    + String.join(", ", firms));
        }
        Sorted sorted = new Sorted();
        found.forEach(run -> add(run, rehearsal, sorted));
        if (sorted.counted.isEmpty()) {
            throw Problem.usage(
                    "Expected orders that venues received from " + from + " to " + to + ", but there are none"
                            + sorted.leftOut().stream()
                                    .map(one -> "; left out: " + one.what() + " (" + one.orders() + " orders, "
                                            + one.reason() + ")")
                                    .collect(Collectors.joining()));
        }
        sorted.counted.sort(Comparator.comparing(SentOrder::date)
                .thenComparingLong(order -> order.order().sentMillis())
                .thenComparing(SentOrder::key));
        return new Population(
                sorted.name.orElse(name(firms.getFirst())),
                practice ? "practice on a simulated clock" : rehearsal ? "rehearsals on simulated venues" : "",
                from,
                to,
                sorted.runs,
                sorted.counted,
                sorted.leftOut());
    }

    /** A client is told whose report it is, not where it lies. */
    private static String name(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private List<RunRecord> all() {
        List<RunRecord> all = new ArrayList<>();
        List<RunRecord> page = runs.recent(PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE ? List.of() : runs.recent(page.getLast(), PAGE);
        }
        return all;
    }

    private static String stored(List<RunRecord> all) {
        Optional<LocalDate> first = all.stream().map(RunRecord::date).min(Comparator.naturalOrder());
        Optional<LocalDate> last = all.stream().map(RunRecord::date).max(Comparator.naturalOrder());
        return first.isEmpty() || last.isEmpty()
                ? "it holds no day; ./vesper eod runs one"
                : "its days go from " + first.get() + " to " + last.get() + "; ./vesper runs list shows them";
    }

    private void add(RunRecord run, boolean rehearsal, Sorted sorted) {
        List<ChildOrder> children = orders.children(run.id());
        List<Fill> fills = orders.fills(run.id());
        if (children.isEmpty()) {
            return;
        }
        if (run.rehearsal() && !rehearsal) {
            sorted.leave("rehearsals", children.size(), fills.size(), "nothing was really sent");
        } else if (rehearsal && !run.rehearsal()) {
            sorted.leave("days", children.size(), fills.size(), "rehearsals were asked for");
        } else if (run.supersededBy() != null) {
            sorted.leave("superseded runs", children.size(), fills.size(), "another run took their place");
        } else if (!run.status().ended()) {
            sorted.leave("runs that have not ended", children.size(), fills.size(), "their orders may still be filled");
        } else {
            sorted.runs.add(run.id().value());
            count(run, children, fills, sorted);
        }
    }

    private void count(RunRecord run, List<ChildOrder> children, List<Fill> fills, Sorted sorted) {
        Map<String, List<Fill>> byChild = fills.stream().collect(Collectors.groupingBy(Fill::clientOrderId));
        Map<String, ChildOutcome> outcomes = orders.outcomes(run.id());
        Map<String, ParentOrder> parents = decisions.orders(run.id()).orElse(List.of()).stream()
                .collect(Collectors.toMap(ParentOrder::id, Function.identity()));
        @Nullable Firm firm = firm(run.id());
        sorted.name =
                Optional.ofNullable(firm).map(known -> known.settings().name()).or(() -> sorted.name);
        List<SentOrder> counted = new ArrayList<>();
        for (ChildOrder child : children) {
            List<Fill> own = byChild.getOrDefault(child.clientOrderId(), List.of());
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            ParentOrder parent = parents.get(child.parentId());
            if (outcome == null || parent == null) {
                sorted.leave(
                        "orders whose end is not stored", 1, own.size(), "their run was closed while they were worked");
            } else if (outcome.state() == ChildOutcome.State.DENIED) {
                sorted.leave("orders that a kill switch stopped", 1, own.size(), "no venue received them");
            } else {
                LocalDate date = child.date();
                counted.add(new SentOrder(
                        run.id() + "/" + child.clientOrderId(),
                        date == null ? run.date() : date,
                        child,
                        outcome,
                        parent.currency(),
                        parent.decisionPrice(),
                        assetClass(firm, child.symbol()),
                        midpoint(firm, child.venue()),
                        null,
                        own.stream()
                                .map(fill -> new KeyedFill(
                                        run.id() + "/" + fill.venue() + "/" + fill.executionId(),
                                        fill,
                                        FillQuotes.NONE))
                                .toList()));
            }
        }
        sorted.counted.addAll(firm == null ? counted : new QuotedOrders(run, firm, quotes).quoted(counted));
    }

    /** What is not kept any more is not recorded, and no reason to tell nothing of the rest. */
    private @Nullable Firm firm(RunId run) {
        try {
            return firmOf.apply(run);
        } catch (Problem gone) {
            return null;
        }
    }

    private static @Nullable String assetClass(@Nullable Firm firm, String symbol) {
        Instrument instrument = firm == null ? null : firm.instruments().get(symbol);
        return instrument == null ? null : instrument.assetClass();
    }

    private static @Nullable Boolean midpoint(@Nullable Firm firm, String name) {
        return firm == null
                ? null
                : firm.venues().stream()
                        .filter(venue -> venue.name().equals(name))
                        .map(Venue::kind)
                        .map(MIDPOINT::equals)
                        .findFirst()
                        .orElse(null);
    }

    /** What counts and what does not, as it is found. */
    private static final class Sorted {
        private Optional<String> name = Optional.empty();
        private final List<String> runs = new ArrayList<>();
        private final List<SentOrder> counted = new ArrayList<>();
        private final Map<String, LeftOut> left = new TreeMap<>();

        void leave(String what, long orders, long fills, String reason) {
            left.merge(
                    what,
                    new LeftOut(what, orders, fills, reason),
                    (a, b) -> new LeftOut(what, a.orders() + b.orders(), a.fills() + b.fills(), reason));
        }

        List<LeftOut> leftOut() {
            return List.copyOf(left.values());
        }
    }
}
