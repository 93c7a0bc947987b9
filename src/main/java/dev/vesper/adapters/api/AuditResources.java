package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import java.util.List;
import java.util.Map;

/** The audit log over HTTP. */
public final class AuditResources {
    /** Nothing more needs to be said. */
    public record All() {}

    /** After which row, and how many. */
    public record After(
            @Otherwise("0") long after, @Otherwise("1000") int most) {}

    /** Of which run. */
    public record Which(RunId run) {}

    public static final Resource<After, List<AuditLog.Row>> ROWS = Resource.get(
                    "/api/v1/audit",
                    "The rows, oldest first; a page begins after the last row of the page before.",
                    After.class,
                    Answers.list(AuditLog.Row.class),
                    (operations, q) -> operations.audit().rows(q.after(), q.most()))
            .pages(AuditLog.Row.class, last -> Map.of("after", String.valueOf(last.sequence())));

    public static final Resource<Which, List<AuditLog.Row>> OF_RUN = Resource.get(
            "/api/v1/runs/{run}/audit",
            "The rows about one run and its tasks, oldest first.",
            Which.class,
            Answers.list(AuditLog.Row.class),
            (operations, q) -> operations.audit().ofRun(q.run()));

    public static final Resource<All, List<AuditLog.Fault>> VERIFY = Resource.get(
            "/api/v1/audit/faults",
            "Recomputes every hash: the altered, missing and inserted rows.",
            All.class,
            Answers.list(AuditLog.Fault.class),
            (operations, q) -> operations.audit().verify());

    static final List<Resource<?, ?>> ALL = List.of(ROWS, OF_RUN, VERIFY);

    private AuditResources() {}
}
