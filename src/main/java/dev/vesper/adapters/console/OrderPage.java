package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.ScheduleLine;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One parent order as it stands: what it sent, and what was filled where, when and at which price. */
public final class OrderPage implements Page {
    private static final PagePath PATH = new PagePath("runs/{run}/orders/{order}");
    /** Where a script asks for the child orders of the chart. */
    public static final PagePath CHILDREN = new PagePath("runs/{run}/orders/{order}/children");

    /** Where a script asks for the schedule of the chart. */
    public static final PagePath SCHEDULE = new PagePath("runs/{run}/orders/{order}/schedule");

    /** So many child orders are drawn. */
    public static final int DRAWN = 5_000;

    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param figures where a script asks for the figures of the chart
     * @param plan where a script asks for the schedule
     * @param arrival the price on arrival, every digit
     * @param schedule what was planned and filled by the end of each slice; empty where the order is not worked
     * @param more where the next children are, or empty
     * @param before where the page before begins, or empty
     */
    public record Model(
            String run,
            String ordersHref,
            String figures,
            String plan,
            String arrival,
            OrderRow order,
            List<PlanRow> schedule,
            List<ChildRow> children,
            String before,
            String more) {}

    /**
     * One slice of the schedule as the page writes it.
     *
     * @param filled a dash while the slice is not over
     * @param behind planned less filled, a dash while the slice is not over
     */
    public record PlanRow(String slice, String until, String planned, String filled, String behind) {
        static PlanRow of(ScheduleLine line) {
            BigDecimal filled = line.filled();
            return new PlanRow(
                    String.valueOf(line.slice() + 1),
                    line.date() + " " + line.until(),
                    Numbers.quantity(line.planned()),
                    filled == null ? "—" : Numbers.quantity(filled),
                    filled == null ? "—" : Numbers.quantity(line.planned().subtract(filled)));
        }
    }

    /** One child as the page writes it. */
    public record ChildRow(
            String id,
            String slice,
            String venue,
            String sent,
            String quantity,
            String limit,
            String filled,
            String state,
            Tone tone,
            String reason,
            List<FillRow> fills) {
        static ChildRow of(ChildLine child) {
            return new ChildRow(
                    child.child(),
                    String.valueOf(child.slice() + 1),
                    child.venue(),
                    child.date() + " " + child.sent(),
                    Numbers.quantity(child.quantity()),
                    Numbers.price(child.limitPrice()),
                    Numbers.quantity(child.filled()),
                    child.state(),
                    switch (child.state()) {
                        case "filled" -> Tone.GOOD;
                        case "rejected", "denied" -> Tone.BAD;
                        case "working" -> Tone.BUSY;
                        default -> Tone.QUIET;
                    },
                    child.reason(),
                    child.fills().stream()
                            .map(fill -> new FillRow(
                                    fill.at(), Numbers.quantity(fill.quantity()), Numbers.price(fill.price())))
                            .toList());
        }
    }

    /** One fill as the page writes it. */
    public record FillRow(String at, String quantity, String price) {}

    @Override
    public String word() {
        return "order";
    }

    @Override
    public String title() {
        return "Order";
    }

    @Override
    public String help() {
        return "orders";
    }

    @Override
    public PagePath path() {
        return PATH;
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
    public boolean charts(Record model) {
        return model instanceof Model shown
                && !(shown.children().isEmpty() && shown.schedule().isEmpty());
    }

    static String href(String run, String order) {
        return PATH.fill(Map.of("run", run, "order", order));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        String order = asked.path().getOrDefault("order", "");
        int from = Math.toIntExact(Math.min(asked.number("from").orElse(0), 100_000_000));
        String href = href(run.value(), order);
        OrderLine line = operations.orders().show(run, order);
        OrderRow row = OrderRow.of(run.value(), line);
        List<ChildLine> children = operations.orders().children(run, order, from, SHOWN + 1);
        return new Model(
                run.value(),
                OrdersPage.href(run.value()),
                CHILDREN.fill(Map.of("run", run.value(), "order", order)),
                SCHEDULE.fill(Map.of("run", run.value(), "order", order)),
                line.arrivalPrice().toPlainString(),
                row,
                operations.orders().schedule(run, order).stream()
                        .map(PlanRow::of)
                        .toList(),
                children.stream().limit(SHOWN).map(ChildRow::of).toList(),
                from == 0 ? "" : href + (from <= SHOWN ? "" : "?from=" + (from - SHOWN)),
                children.size() > SHOWN ? href + "?from=" + (from + SHOWN) : "");
    }
}
