package dev.vesper.adapters.api;

import dev.vesper.desk.checkdata.RunQuality;
import java.util.List;

/** How good the data was, over HTTP. */
public final class QualityResources {
    /** Among how many of the newest runs. */
    public record Newest(@Otherwise("30") int runs) {}

    public static final Resource<Newest, List<RunQuality>> NEWEST = Resource.get(
            "/api/v1/data-quality",
            "The newest runs whose data was checked, with what each rule of each data product's contract found as it came.",
            Newest.class,
            Answers.list(RunQuality.class),
            (operations, q) -> operations.quality().newest(q.runs()));

    static final List<Resource<?, ?>> ALL = List.of(NEWEST);

    private QualityResources() {}
}
