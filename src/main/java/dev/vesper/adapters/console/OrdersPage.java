package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parent orders of a run as they stand, the largest first, with the totals on top. */
public final class OrdersPage implements Page {
    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param filled how many of the orders, in words
     * @param denied children that we stopped before they left
     * @param rejected children that a venue refused
     * @param currencies what is ordered and filled, a line for each
     * @param more where the next orders are, or empty
     * @param before where the page before begins, or empty
     */
    public record Model(
            RunLine run,
            String orders,
            String filled,
            String children,
            String fills,
            Count denied,
            Count rejected,
            List<CurrencyRow> currencies,
            List<OrderRow> rows,
            String before,
            String more) {}

    /** How many of what should be none. */
    public record Count(String text, boolean any) {
        static Count of(long count) {
            return new Count(Numbers.count(count), count > 0);
        }
    }

    /** What is ordered and filled in one currency. */
    public record CurrencyRow(String currency, String share, int percent, String filled, String notional) {
        static CurrencyRow of(OrderTotals.CurrencyLine line) {
            return new CurrencyRow(
                    line.currency(),
                    Numbers.percent(line.fillRate(), 1),
                    (int) (100 * line.fillRate()),
                    Numbers.amount(line.filled()),
                    Numbers.amount(line.notional()));
        }
    }

    @Override
    public String word() {
        return "orders";
    }

    @Override
    public String title() {
        return "Orders";
    }

    @Override
    public String help() {
        return "orders";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/orders");
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.orders().totals(asked.run()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS, asked.run()), Changed.of(Topic.ORDERS, asked.run()));
    }

    @Override
    public boolean over(Record model) {
        return model instanceof Model shown && shown.run().ended();
    }

    static String href(String run) {
        return RunLine.href(run) + "/orders";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        int from = Math.toIntExact(Math.min(asked.number("from").orElse(0), 100_000_000));
        OrderTotals totals = operations.orders().totals(run);
        List<OrderLine> lines = operations.orders().list(run, from, SHOWN + 1);
        String href = href(run.value());
        return new Model(
                RunLine.of(totals.run()),
                Numbers.count(totals.orders()),
                Numbers.count(totals.filled()) + ", " + Numbers.count(totals.partlyFilled()) + " in part",
                Numbers.count(totals.counts().children()),
                Numbers.count(totals.counts().fills()),
                Count.of(totals.counts().denied()),
                Count.of(totals.counts().rejected()),
                totals.currencies().stream().map(CurrencyRow::of).toList(),
                lines.stream()
                        .limit(SHOWN)
                        .map(line -> OrderRow.of(run.value(), line))
                        .toList(),
                from == 0 ? "" : href + (from <= SHOWN ? "" : "?from=" + (from - SHOWN)),
                lines.size() > SHOWN ? href + "?from=" + (from + SHOWN) : "");
    }
}
