package dev.vesper.adapters.api;

import dev.vesper.desk.breach.BreachRecord;
import java.util.List;

/** Breaches of limits, over HTTP. */
public final class BreachResources {
    /** All of them. */
    public record All() {}

    /** Which one. */
    public record One(String breach) {}

    /** Which one, who looks after it, and what is to be done. */
    public record Take(
            String breach,
            @Otherwise("") String owner,
            @Otherwise("") String plan) {}

    public static final Resource<All, List<BreachRecord>> LIST = Resource.get(
            "/api/v1/breaches",
            "Every limit that an account was over before its orders: those that stand first, the oldest first among them.",
            All.class,
            Answers.list(BreachRecord.class),
            (operations, _) -> operations.breaches().all());

    public static final Resource<One, BreachRecord> SHOW = Resource.get(
            "/api/v1/breaches/{breach}",
            "One breach: how much is used of how much, since when, until when, its owner and plan.",
            One.class,
            Answers.one(BreachRecord.class),
            (operations, q) -> operations.breaches().show(q.breach()));

    public static final Resource<Take, BreachRecord> TAKE = Resource.post(
            "/api/v1/breaches/{breach}/owner",
            "Says who looks after a breach, and what is to be done.",
            Take.class,
            Answers.one(BreachRecord.class),
            (operations, q) -> operations.breaches().take(q.breach(), q.owner(), q.plan()));

    static final List<Resource<?, ?>> ALL = List.of(LIST, SHOW, TAKE);

    private BreachResources() {}
}
