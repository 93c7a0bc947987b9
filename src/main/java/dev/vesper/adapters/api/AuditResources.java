package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import java.util.List;

/** The audit log over HTTP. */
public final class AuditResources {
    /** Nothing more needs to be said. */
    public record All() {}

    /** Of which run. */
    public record Which(RunId run) {}

    public static final Resource<All, List<AuditLog.Row>> ROWS = Resource.get(
            "/api/v1/audit",
            "Every row, oldest first.",
            All.class,
            Answers.list(AuditLog.Row.class),
            (operations, q) -> operations.audit().rows());

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
