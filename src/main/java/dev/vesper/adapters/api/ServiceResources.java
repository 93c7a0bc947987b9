package dev.vesper.adapters.api;

import dev.vesper.desk.health.ServiceHealth;
import java.util.List;

/** The running Vesper itself, over HTTP. */
public final class ServiceResources {
    /** All of it. */
    public record All() {}

    public static final Resource<All, ServiceHealth> HEALTH = Resource.get(
            "/api/v1/health",
            "How Vesper is: every part with what is wrong and since when, and the figures behind it.",
            All.class,
            Answers.one(ServiceHealth.class),
            (operations, _) -> operations.service().health());

    static final List<Resource<?, ?>> ALL = List.of(HEALTH);

    private ServiceResources() {}
}
