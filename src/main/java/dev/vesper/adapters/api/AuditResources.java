package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The audit log over HTTP. */
public final class AuditResources {
    /** Nothing more needs to be said. */
    public record All() {}

    /**
     * Which rows, after which, and how many.
     *
     * @param who the actor; empty for everybody
     * @param action its word, for example {@code trades-approved}; empty for all
     * @param subject a run (and its tasks), a task, a user; empty for all
     * @param from the first day or moment; empty for no bound
     * @param to the last day, or the moment before which; empty for no bound
     * @param words each stands in the detail; empty for any
     * @param order {@code oldest} or {@code newest} first
     */
    public record Search(
            @Otherwise("") String who,
            @Otherwise("") String action,
            @Otherwise("") String subject,
            @Otherwise("") String from,
            @Otherwise("") String to,
            @Otherwise("") String words,
            @Otherwise("oldest") AuditQuery.Order order,
            @Otherwise("0") long after,
            @Otherwise("1000") int most) {
        public static Search of(AuditQuery query, AuditQuery.Order order, long after, int most) {
            return new Search(
                    query.who(),
                    query.actionWord(),
                    query.subject(),
                    query.from().map(Instant::toString).orElse(""),
                    query.before().map(Instant::toString).orElse(""),
                    query.text(),
                    order,
                    after,
                    most);
        }

        AuditQuery query() {
            return AuditQuery.of(who, action, subject, from, to, words);
        }
    }

    /** Of which run. */
    public record Which(RunId run) {}

    public static final Resource<Search, List<AuditLog.Row>> ROWS = Resource.get(
                    "/api/v1/audit",
                    "The rows that fit, oldest first unless asked otherwise; a page begins after the last row of the page before.",
                    Search.class,
                    Answers.list(AuditLog.Row.class),
                    (operations, q) -> operations.audit().search(q.query(), q.order(), q.after(), q.most()))
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
