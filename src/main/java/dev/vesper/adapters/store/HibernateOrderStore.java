package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SlicedOrders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * Children, how they ended, and fills, in {@code child_order}, {@code child_outcome} and {@code fill}, and what venues told of fills later, in {@code fill_amendment}: projections of the
 * events, which are kept in the same transaction. What is saved again is left as it was first saved.
 */
public final class HibernateOrderStore implements OrderStore {
    /** In Java, because two engines may sort text differently. */
    private static final Comparator<Fill> BY_TIME_VENUE_EXECUTION = Comparator.comparing(
                    (Fill fill) -> fill.dateOr(LocalDate.MIN))
            .thenComparingLong(Fill::millis)
            .thenComparing(Fill::venue)
            .thenComparing(Fill::executionId);

    private static final String ACTOR = "vesper";

    private final Database database;
    private final HibernateAuditLog audit;

    public HibernateOrderStore(Database database, HibernateAuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public void saveChildren(RunId run, List<ChildOrder> children, Append<SliceEvent> events, Instant at) {
        database.change(session -> {
            if (HibernateEventLog.holds(session, events)) {
                return;
            }
            HibernateEventLog.appendIn(session, events, at, ACTOR);
            List<ChildRow> rows = new ArrayList<>();
            for (ChildOrder child : children) {
                rows.add(ChildRow.of(run, child, rows.size()));
            }
            Batches.insertNew(session, "child_order", ChildRow.COLUMNS, rows, ChildRow::bind);
        });
    }

    @Override
    public void saveOutcomes(
            RunId run, List<ChildOutcome> outcomes, List<Fill> fills, Append<SliceEvent> events, Instant at) {
        database.change(session -> {
            if (HibernateEventLog.holds(session, events)) {
                return;
            }
            HibernateEventLog.appendIn(session, events, at, ACTOR);
            ofEnded(outcomes, fills);
            Batches.insertNew(
                    session,
                    "child_outcome",
                    OutcomeRow.COLUMNS,
                    outcomes.stream()
                            .map(outcome -> OutcomeRow.of(run, outcome))
                            .toList(),
                    OutcomeRow::bind);
            Batches.insertNew(
                    session,
                    "fill",
                    FillRow.COLUMNS,
                    fills.stream().map(fill -> FillRow.of(run, fill)).toList(),
                    FillRow::bind);
        });
    }

    @Override
    public void amend(RunId run, Append<SliceEvent> event, Instant at, String detail) {
        if (!(event.events().getFirst() instanceof Amendment amendment)
                || event.events().size() != 1) {
            throw new IllegalArgumentException("Expected one amendment, but got " + event.events());
        }
        audit.write(end -> {
            if (HibernateEventLog.holds(end.session(), event)) {
                return false;
            }
            String stream = event.stream().value();
            boolean over = vouched(end.session(), stream); // before, the row at the end vouches for all
            Vouched vouched = HibernateEventLog.appendIn(end.session(), event, at, ACTOR);
            end.session().insert(AmendmentRow.of(run, event.expected() + 1, amendment));
            end.append(
                    at,
                    ACTOR,
                    SliceVerifier.action(amendment),
                    run.value(),
                    detail,
                    rehearsal(end.session(), run),
                    over ? vouched : null);
            return true;
        });
    }

    @Override
    public void lateDenied(RunId run, Instant at, String detail) {
        audit.write(end -> {
            boolean told = end.session()
                            .createSelectionQuery(
                                    "select count(*) from AuditRow a where a.subject = :run and a.action = :action"
                                            + " and a.detail = :detail",
                                    Long.class)
                            .setParameter("run", run.value())
                            .setParameter("action", AuditAction.LATE_REPORT_DENIED.word())
                            .setParameter("detail", Exact.text(detail))
                            .getSingleResult()
                    > 0;
            if (!told) {
                end.append(
                        at,
                        ACTOR,
                        AuditAction.LATE_REPORT_DENIED,
                        run.value(),
                        detail,
                        rehearsal(end.session(), run),
                        null);
            }
            return !told;
        });
    }

    private static boolean rehearsal(StatelessSession session, RunId run) {
        RunRow row = session.get(RunRow.class, run.value());
        return row != null && row.toRecord().rehearsal();
    }

    @Override
    public Set<RunId> amended() {
        return database.read(
                session -> session
                        .createSelectionQuery("select distinct a.runId from AmendmentRow a", String.class)
                        .getResultList()
                        .stream()
                        .map(RunId::new)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The children themselves are compared by the key that an outcome refers to. */
    private static void ofEnded(List<ChildOutcome> outcomes, List<Fill> fills) {
        Set<String> ended = new HashSet<>();
        outcomes.forEach(outcome -> ended.add(outcome.clientOrderId()));
        for (Fill fill : fills) {
            if (!ended.contains(fill.clientOrderId())) {
                throw new IllegalArgumentException("Expected fills of the children whose outcomes are booked, but "
                        + fill.executionId() + " of " + fill.venue() + " is of " + fill.clientOrderId());
            }
        }
    }

    @Override
    public void vouch(RunId run, Instant at, String detail, boolean rehearsal) {
        String stream = OrderStore.stream(run).value();
        while (!vouched(run, stream, at, detail, rehearsal)) {
            // there are more events than were replayed: these are replayed too
        }
    }

    /** Long before the audit waits for it, what is to be vouched for is replayed; false where there is more by then. */
    private boolean vouched(RunId run, String stream, Instant at, String detail, boolean rehearsal) {
        List<EventRow> events = database.read(session -> {
            List<EventRow> rows = HibernateEventLog.rows(session, stream);
            if (rows.isEmpty() || vouched(session, stream)) {
                return List.of();
            }
            new SlicedOrders().replay(HibernateEventLog.readIn(session, OrderStore.stream(run)));
            return rows;
        });
        if (events.isEmpty()) {
            return true;
        }
        Vouched vouched = new Vouched(stream, events.size(), EventsHash.of(events));
        return audit.write(end -> {
            if (HibernateEventLog.count(end.session(), stream) != vouched.length()) {
                return false;
            }
            if (!vouched(end.session(), stream)) {
                end.append(at, ACTOR, AuditAction.ORDERS_EXECUTED, run.value(), detail, rehearsal, vouched);
            }
            return true;
        });
    }

    private static boolean vouched(StatelessSession session, String stream) {
        return session.createSelectionQuery("select count(*) from AuditRow a where a.stream = :stream", Long.class)
                        .setParameter("stream", stream)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<SliceEvent> history(RunId run) {
        return database.read(session -> HibernateEventLog.readIn(session, OrderStore.stream(run)));
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        SharedTexts texts = new SharedTexts();
        return database.read(session -> ChildRow.ofRun(session, run, texts));
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return database.read(session -> {
            Map<String, ChildOutcome> outcomes = new TreeMap<>();
            Batches.unordered(session, OutcomeRow.class, run, OutcomeRow::toOutcome)
                    .forEach(outcome -> outcomes.put(outcome.clientOrderId(), outcome));
            return outcomes;
        });
    }

    /** The database looks through the children of the run, since they have no index by parent; only these are read. */
    @Override
    public List<WorkedChild> worked(RunId run, String parent, int from, int most) {
        SharedTexts texts = new SharedTexts();
        return database.read(session -> {
            List<ChildOrder> children = session
                    .createSelectionQuery(
                            "from ChildRow c where c.runId = :run and c.parentId = :parent"
                                    + " order by c.slice, c.position",
                            ChildRow.class)
                    .setParameter("run", run.value())
                    .setParameter("parent", parent)
                    .setFirstResult(from)
                    .setMaxResults(most)
                    .getResultList()
                    .stream()
                    .map(row -> row.toChild(texts))
                    .toList();
            if (children.isEmpty()) {
                return List.of();
            }
            List<String> ids = children.stream().map(ChildOrder::clientOrderId).toList();
            Map<String, ChildOutcome> outcomes = session
                    .createSelectionQuery(
                            "from OutcomeRow o where o.runId = :run and o.clientOrderId in :children", OutcomeRow.class)
                    .setParameter("run", run.value())
                    .setParameter("children", ids)
                    .getResultList()
                    .stream()
                    .map(OutcomeRow::toOutcome)
                    .collect(Collectors.toMap(ChildOutcome::clientOrderId, Function.identity()));
            List<Fill> booked = session
                    .createSelectionQuery("from FillRow f where f.runId = :run and f.parentId = :parent", FillRow.class)
                    .setParameter("run", run.value())
                    .setParameter("parent", parent)
                    .getResultList()
                    .stream()
                    .map(row -> row.toFill(texts))
                    .toList();
            List<AmendmentRow> amendments = AmendmentRow.ofRun(session, run).stream()
                    .filter(row -> row.parentId.equals(parent))
                    .toList();
            Map<String, List<Fill>> fills = AmendmentRow.standing(booked, amendments, run, texts).stream()
                    .sorted(BY_TIME_VENUE_EXECUTION)
                    .collect(Collectors.groupingBy(Fill::clientOrderId));
            return children.stream()
                    .map(child -> new WorkedChild(
                            child,
                            outcomes.get(child.clientOrderId()),
                            fills.getOrDefault(child.clientOrderId(), List.of())))
                    .toList();
        });
    }

    @Override
    public Map<String, SentChildren> sent(RunId run) {
        return database.read(session -> {
            Map<String, String> reasons = reasons(session, run);
            Map<String, SentChildren> sent = new HashMap<>();
            session.createSelectionQuery(
                            "select c.parentId, count(c.clientOrderId), count(o.clientOrderId) from ChildRow c"
                                    + " left join OutcomeRow o"
                                    + " on o.runId = c.runId and o.clientOrderId = c.clientOrderId"
                                    + " where c.runId = :run group by c.parentId",
                            Object[].class)
                    .setParameter("run", run.value())
                    .getResultList()
                    .forEach(row -> {
                        String parent = (String) row[0];
                        int children = Math.toIntExact((Long) row[1]);
                        int ended = Math.toIntExact((Long) row[2]);
                        sent.put(parent, new SentChildren(children, ended, reasons.getOrDefault(parent, "")));
                    });
            return sent;
        });
    }

    /** The first reason of each parent that has one. */
    private static Map<String, String> reasons(StatelessSession session, RunId run) {
        Map<String, String> reasons = new HashMap<>();
        session.createSelectionQuery(
                        "select c.parentId, o.reason from OutcomeRow o"
                                + " join ChildRow c on c.runId = o.runId and c.clientOrderId = o.clientOrderId"
                                + " where o.runId = :run and o.reason <> '' order by c.position",
                        Object[].class)
                .setParameter("run", run.value())
                .getResultList()
                .forEach(row -> reasons.putIfAbsent((String) row[0], (String) row[1]));
        return reasons;
    }

    @Override
    public OrderCounts counts(RunId run) {
        return database.read(session -> {
            Map<String, Long> ends = new HashMap<>();
            session.createSelectionQuery(
                            "select o.state, count(*) from OutcomeRow o where o.runId = :run group by o.state",
                            Object[].class)
                    .setParameter("run", run.value())
                    .getResultList()
                    .forEach(row -> ends.put((String) row[0], (Long) row[1]));
            List<AmendmentRow> amendments = AmendmentRow.ofRun(session, run);
            long added = amendments.stream()
                    .filter(row -> row.kind.equals(AmendmentRow.LATE_FILL))
                    .count();
            long busted = amendments.stream()
                    .filter(row -> row.kind.equals(AmendmentRow.BUST))
                    .count();
            return new OrderCounts(
                    count(session, "ChildRow", run),
                    ends.values().stream().mapToLong(Long::longValue).sum(),
                    count(session, "FillRow", run) + added - busted,
                    ends.getOrDefault(ChildOutcome.State.REJECTED.name(), 0L),
                    ends.getOrDefault(ChildOutcome.State.DENIED.name(), 0L),
                    amendments.size());
        });
    }

    private static long count(StatelessSession session, String rows, RunId run) {
        return session.createSelectionQuery("select count(*) from " + rows + " w where w.runId = :run", Long.class)
                .setParameter("run", run.value())
                .getSingleResult();
    }

    @Override
    public List<Fill> booked(RunId run) {
        SharedTexts texts = new SharedTexts();
        return database.read(session -> booked(session, run, texts)).stream()
                .sorted(BY_TIME_VENUE_EXECUTION)
                .toList();
    }

    private static List<Fill> booked(StatelessSession session, RunId run, SharedTexts texts) {
        return Batches.unordered(session, FillRow.class, run, row -> row.toFill(texts));
    }

    @Override
    public List<Fill> fills(RunId run) {
        SharedTexts texts = new SharedTexts();
        return database
                .read(session -> AmendmentRow.standing(
                        booked(session, run, texts), AmendmentRow.ofRun(session, run), run, texts))
                .stream()
                .sorted(BY_TIME_VENUE_EXECUTION)
                .toList();
    }
}
