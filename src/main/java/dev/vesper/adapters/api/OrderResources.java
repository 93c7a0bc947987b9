package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.blotter.ScheduleLine;
import java.util.List;

/** The orders of a run over HTTP. */
public final class OrderResources {
    /** Which run. */
    public record OfRun(RunId run) {}

    /** Which part of a run's orders. */
    public record Part(
            RunId run,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /** Which order. */
    public record Which(RunId run, String order) {}

    /** Which part of an order's children. */
    public record Children(
            RunId run,
            String order,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    public static final Resource<OfRun, OrderTotals> TOTALS = Resource.get(
            "/api/v1/runs/{run}/orders/totals",
            "All orders of a run together, as they stand: how many, filled share, notional, rejected and denied.",
            OfRun.class,
            Answers.one(OrderTotals.class),
            (operations, q) -> operations.orders().totals(q.run()));

    public static final Resource<Part, List<OrderLine>> LIST = Resource.get(
            "/api/v1/runs/{run}/orders",
            "The parent orders of a run as they stand, the largest first.",
            Part.class,
            Answers.list(OrderLine.class),
            (operations, q) -> operations.orders().list(q.run(), q.from(), q.most()));

    public static final Resource<Which, OrderLine> SHOW = Resource.get(
            "/api/v1/runs/{run}/orders/{order}",
            "One parent order as it stands.",
            Which.class,
            Answers.one(OrderLine.class),
            (operations, q) -> operations.orders().show(q.run(), q.order()));

    public static final Resource<Children, List<ChildLine>> CHILDREN = Resource.get(
            "/api/v1/runs/{run}/orders/{order}/children",
            "The child orders of one parent in the order they were decided, each with its fills.",
            Children.class,
            Answers.list(ChildLine.class),
            (operations, q) -> operations.orders().children(q.run(), q.order(), q.from(), q.most()));

    public static final Resource<Which, List<ScheduleLine>> SCHEDULE = Resource.get(
            "/api/v1/runs/{run}/orders/{order}/schedule",
            "How one parent order was to be worked, slice by slice, against what was filled of it.",
            Which.class,
            Answers.list(ScheduleLine.class),
            (operations, q) -> operations.orders().schedule(q.run(), q.order()));

    public static final Resource<Which, OrderLife> LIFE = Resource.get(
            "/api/v1/runs/{run}/orders/{order}/life",
            "What one parent order went through: its schedule, its fills, what it cost, and the market of the same hours.",
            Which.class,
            Answers.one(OrderLife.class),
            (operations, q) -> operations.orders().life(q.run(), q.order()));

    static final List<Resource<?, ?>> ALL = List.of(TOTALS, LIST, SHOW, CHILDREN, SCHEDULE, LIFE);

    private OrderResources() {}
}
