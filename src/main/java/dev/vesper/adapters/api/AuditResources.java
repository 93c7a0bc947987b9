package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorState;
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
     * @param where stands in where it was done from; empty for anywhere
     * @param order {@code oldest} or {@code newest} first
     * @param until the row before which the search ends; 0 for the end of the log
     */
    public record Search(
            @Otherwise("") String who,
            @Otherwise("") String action,
            @Otherwise("") String subject,
            @Otherwise("") String from,
            @Otherwise("") String to,
            @Otherwise("") String words,
            @Otherwise("") String where,
            @Otherwise("oldest") AuditQuery.Order order,
            @Otherwise("0") long after,
            @Otherwise("0") long until,
            @Otherwise("1000") int most) {
        public static Search of(AuditQuery query, AuditQuery.Order order, long after, long until, int most) {
            return new Search(
                    query.who(),
                    query.actionWord(),
                    query.subject(),
                    query.from().map(Instant::toString).orElse(""),
                    query.before().map(Instant::toString).orElse(""),
                    query.text(),
                    query.where(),
                    order,
                    after,
                    until,
                    most);
        }

        AuditQuery query() {
            return AuditQuery.of(who, action, subject, from, to, words, where);
        }
    }

    /**
     * Which rows, after which, and how many, as {@link Search} has them.
     *
     * @param most how many at most
     */
    public record Chain(
            @Otherwise("") String who,
            @Otherwise("") String action,
            @Otherwise("") String subject,
            @Otherwise("") String from,
            @Otherwise("") String to,
            @Otherwise("") String words,
            @Otherwise("") String where,
            @Otherwise("0") long after,
            @Otherwise("1000") int most) {
        public static Chain of(AuditQuery query, long after, int most) {
            Search asked = Search.of(query, AuditQuery.Order.OLDEST, after, 0, most);
            return new Chain(
                    asked.who(),
                    asked.action(),
                    asked.subject(),
                    asked.from(),
                    asked.to(),
                    asked.words(),
                    asked.where(),
                    after,
                    most);
        }

        AuditQuery query() {
            return AuditQuery.of(who, action, subject, from, to, words, where);
        }
    }

    /** Of which run. */
    public record Which(RunId run) {}

    public static final Resource<Search, List<AuditLog.Row>> ROWS = Resource.get(
                    "/api/v1/audit",
                    "The rows that fit, oldest first unless asked otherwise; a page begins after the last row of the page before, and nothing from the row until on is looked at.",
                    Search.class,
                    Answers.list(AuditLog.Row.class),
                    (operations, q) -> operations.audit().search(q.query(), q.order(), q.after(), q.until(), q.most()))
            .pages(AuditLog.Row.class, last -> Map.of("after", String.valueOf(last.sequence())));

    public static final Resource<Chain, List<ExportedRow>> CHAIN = Resource.get(
                    "/api/v1/audit/chain",
                    "The rows that fit, oldest first, each with all that its hash is made of, for whoever checks the chain.",
                    Chain.class,
                    Answers.list(ExportedRow.class),
                    (operations, q) -> operations.audit().chained(q.query(), q.after(), q.most()))
            .pages(ExportedRow.class, last -> Map.of("after", String.valueOf(last.sequence())));

    public static final Resource<All, ChainHead> HEAD = Resource.get(
            "/api/v1/audit/head",
            "The newest row that was ever written: its number, its hash, its time.",
            All.class,
            Answers.one(ChainHead.class),
            (operations, _) -> operations.audit().head());

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

    public static final Resource<All, ChainState> STATE = Resource.get(
            "/api/v1/audit/state",
            "How far the rows were verified until now; cheap to ask, whatever their number.",
            All.class,
            Answers.one(ChainState.class),
            (operations, _) -> operations.audit().state());

    public static final Resource<All, List<AnchorState>> ANCHORS = Resource.get(
            "/api/v1/audit/anchors",
            "The places outside that keep the newest row, each as it was last seen.",
            All.class,
            Answers.list(AnchorState.class),
            (operations, _) -> operations.audit().anchors());

    public static final Resource<All, List<AnchorState>> ANCHOR = Resource.post(
            "/api/v1/audit/anchors",
            "Keeps the newest row in every place outside; that it was kept stands in the audit.",
            All.class,
            Answers.list(AnchorState.class),
            (operations, _) -> operations.audit().anchor());

    static final List<Resource<?, ?>> ALL = List.of(ROWS, CHAIN, HEAD, OF_RUN, VERIFY, STATE, ANCHORS, ANCHOR);

    private AuditResources() {}
}
