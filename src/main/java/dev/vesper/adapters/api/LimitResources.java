package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.limits.LimitOrder;
import dev.vesper.desk.limits.WhyLine;
import java.util.List;

/** The limits of a run over HTTP. */
public final class LimitResources {
    /** Which run. */
    public record OfRun(RunId run) {}

    /** Which part of one limit. */
    public record Accounts(
            RunId run,
            String rule,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /** Which part of the orders that fill one limit of an account. */
    public record Filling(
            RunId run,
            String rule,
            String account,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /** Which order. */
    public record OfOrder(RunId run, String order) {}

    /** What is added up by what. */
    public record By(RunId run, @Otherwise("sector") ExposureBy by) {}

    public static final Resource<OfRun, List<LimitLine>> WORST = Resource.get(
            "/api/v1/runs/{run}/limits",
            "Each limit of a run at its worst account: used before and after the orders, breaches first.",
            OfRun.class,
            Answers.list(LimitLine.class),
            (operations, q) -> operations.limits().worst(q.run()));

    public static final Resource<Accounts, List<LimitLine>> ACCOUNTS = Resource.get(
            "/api/v1/runs/{run}/limits/{rule}",
            "One limit of a run at the fullest subject of each account, breaches first.",
            Accounts.class,
            Answers.list(LimitLine.class),
            (operations, q) -> operations.limits().accounts(q.run(), q.rule(), q.from(), q.most()));

    public static final Resource<Filling, List<LimitOrder>> ORDERS = Resource.get(
            "/api/v1/runs/{run}/limits/{rule}/accounts/{account}/orders",
            "The orders that fill one limit of an account most, at its fullest subject.",
            Filling.class,
            Answers.list(LimitOrder.class),
            (operations, q) -> operations.limits().orders(q.run(), q.rule(), q.account(), q.from(), q.most()));

    public static final Resource<OfOrder, List<WhyLine>> WHY = Resource.get(
            "/api/v1/runs/{run}/orders/{order}/why",
            "Every word of the rules that an order depends on, also one that was removed: rule, use, limit, headroom, what would pass.",
            OfOrder.class,
            Answers.list(WhyLine.class),
            (operations, q) -> operations.limits().why(q.run(), q.order()));

    public static final Resource<By, List<ExposureLine>> EXPOSURES = Resource.get(
            "/api/v1/runs/{run}/exposures",
            "What is held in each sector, asset class, currency or account: before the orders, after them, as filled.",
            By.class,
            Answers.list(ExposureLine.class),
            (operations, q) -> operations.limits().exposures(q.run(), q.by()));

    static final List<Resource<?, ?>> ALL = List.of(WORST, ACCOUNTS, ORDERS, WHY, EXPOSURES);

    private LimitResources() {}
}
