package dev.vesper.adapters.store;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import dev.vesper.orders.slice.SliceEvent.OrdersLessened;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.orders.slice.SlicedOrders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Compares the rows of children, outcomes and fills with what the events of their run vouch for, run by run. */
final class SliceVerifier {
    private static final String PREFIX = "orders/";
    private static final RowSum NONE = RowSums.children(List.of());

    private static final List<AuditAction> ACTIONS =
            List.of(AuditAction.LATE_FILL_BOOKED, AuditAction.FILL_BUSTED, AuditAction.FILL_CORRECTED);
    private static final Set<String> AMENDING =
            ACTIONS.stream().map(AuditAction::word).collect(Collectors.toSet());

    /** What the audit tells of a run's fills. */
    private record Told(String run, String action) {}

    private final String stream;
    private final long auditRow;
    private final List<Fault> faults = new ArrayList<>();

    private SliceVerifier(String stream, long auditRow) {
        this.stream = stream;
        this.auditRow = auditRow;
    }

    /** Whether a stream is one of orders. */
    static boolean covers(String stream) {
        return stream.startsWith(PREFIX);
    }

    /** Faults are numbered by the audit row that vouches for the run, where there is none yet by the newest one. */
    static List<Fault> verify(StatelessSession session, List<ChainedRow> rows) {
        Map<String, Long> vouching = new HashMap<>();
        long newest = 0;
        Map<Told, Long> told = new HashMap<>();
        for (ChainedRow row : rows) {
            if (AMENDING.contains(row.action())) {
                told.merge(new Told(row.subject(), row.action()), 1L, Long::sum);
            }
            Vouched vouched = row.vouched();
            if (vouched != null) {
                vouching.put(vouched.stream(), row.sequence());
            }
            newest = row.sequence();
        }
        List<String> streams = session.createSelectionQuery(
                        "select distinct e.stream from EventRow e where e.stream like '" + PREFIX
                                + "%' order by e.stream",
                        String.class)
                .getResultList();
        List<Fault> faults = new ArrayList<>();
        for (String stream : streams) {
            var verifier = new SliceVerifier(stream, vouching.getOrDefault(stream, newest));
            verifier.check(session, told);
            faults.addAll(verifier.faults);
        }
        return faults;
    }

    /** The action of the audit row that is written with an amendment. */
    static AuditAction action(Amendment amendment) {
        return switch (amendment) {
            case LateFillBooked _ -> AuditAction.LATE_FILL_BOOKED;
            case FillBusted _ -> AuditAction.FILL_BUSTED;
            case FillCorrected _ -> AuditAction.FILL_CORRECTED;
        };
    }

    private void check(StatelessSession session, Map<Told, Long> told) {
        List<EventRow> events = HibernateEventLog.rows(session, stream);
        Map<Integer, SliceSent> sent = new TreeMap<>();
        Map<Integer, SliceBooked> booked = new TreeMap<>();
        try {
            RunId run = new RunId(stream.substring(PREFIX.length()));
            List<SliceEvent> history = events.stream()
                    .map(row -> StreamKind.ORDERS.read(HibernateEventLog.written(row)))
                    .toList();
            for (SliceEvent event : history) {
                switch (event) {
                    case OrdersLessened _ -> {
                        // its link vouches for all that it says
                    }
                    case SliceSent slice -> sent.put(slice.slice(), slice);
                    case SliceBooked slice -> booked.put(slice.slice(), slice);
                    case Amendment _ -> {}
                }
            }
            new SlicedOrders().replay(history);
            Rows rows = Rows.of(session, run);
            sent.values().forEach(slice -> compare("children", slice.slice(), slice.children(), rows.children()));
            booked.values().forEach(slice -> {
                compare("outcomes", slice.slice(), slice.outcomes(), rows.outcomes());
                compare("fills", slice.slice(), slice.fills(), rows.fills());
            });
            amendments(session, run, history, told);
            if (HibernateEventLog.rows(session, stream).size() == events.size()) { // else a run is being worked
                rows.children().keySet().stream()
                        .filter(slice -> !sent.containsKey(slice))
                        .forEach(slice -> unknown("children", slice));
                rows.outcomes().keySet().stream()
                        .filter(slice -> !booked.containsKey(slice))
                        .forEach(slice -> unknown("outcomes", slice));
                rows.fills().keySet().stream()
                        .filter(slice -> !booked.containsKey(slice))
                        .forEach(slice -> unknown("fills", slice));
            }
        } catch (BrokenHistory e) {
            fault("the events of " + stream + " cannot have happened so: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            fault("the stream " + stream + " was inserted: no run is called so");
        }
    }

    /** Each event of an amendment has its row, and its audit row; each row has its event, and takes back a fill that is there. */
    private void amendments(StatelessSession session, RunId run, List<SliceEvent> history, Map<Told, Long> told) {
        Map<Integer, Amendment> events = new TreeMap<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof Amendment amendment) {
                events.put(i + 1, amendment);
            }
        }
        Map<Integer, AmendmentRow> there = new TreeMap<>();
        AmendmentRow.ofRun(session, run).forEach(row -> there.put(row.sequence, row));
        events.forEach((sequence, amendment) -> {
            AmendmentRow row = there.remove(sequence);
            if (row == null) {
                fault("the amendment of event " + sequence + " of " + stream + " was deleted: " + amendment.label());
            } else if (!row.content()
                    .equals(AmendmentRow.of(run, sequence, amendment).content())) {
                fault("the amendment of event " + sequence + " of " + stream + " was altered: " + amendment.label());
            }
        });
        there.keySet().stream()
                .filter(sequence -> sequence <= history.size()) // else a run is being worked
                .forEach(sequence -> fault(
                        "the amendment " + sequence + " of " + stream + " was inserted: no event vouches for it"));
        for (AuditAction action : ACTIONS) {
            long stored = events.values().stream()
                    .filter(event -> action(event) == action)
                    .count();
            long rows = told.getOrDefault(new Told(run.value(), action.word()), 0L);
            if (stored != rows) {
                fault(stream + " has " + stored + " events of " + action.word() + ", but the audit has " + rows
                        + " rows of them");
            }
        }
        unbookedFills(session, run, events);
    }

    /** What is taken back was booked with its slice, or added by an amendment before. */
    private void unbookedFills(StatelessSession session, RunId run, Map<Integer, Amendment> events) {
        Set<Fill> known = new HashSet<>();
        if (!events.isEmpty()) {
            SharedTexts texts = new SharedTexts();
            for (Fill fill : Batches.unordered(session, FillRow.class, run, row -> row.toFill(texts))) {
                known.add(plain(fill, run));
            }
        }
        events.forEach((sequence, amendment) -> {
            Fill back = switch (amendment) {
                case LateFillBooked _ -> null;
                case FillBusted bust -> bust.fill();
                case FillCorrected corrected -> corrected.wrong();
            };
            if (back != null && !known.contains(plain(back, run))) {
                fault("event " + sequence + " of " + stream + " takes back what was never booked: "
                        + amendment.label());
            }
            if (!(amendment instanceof FillBusted)) {
                known.add(plain(amendment.fill(), run));
            }
        });
    }

    private static Fill plain(Fill fill, RunId run) {
        return new Fill(
                fill.venue(),
                fill.executionId(),
                fill.clientOrderId(),
                fill.parentId(),
                fill.account(),
                fill.symbol(),
                fill.side(),
                Exact.number(fill.quantity()),
                Exact.number(fill.price()),
                Exact.number(fill.fee()),
                fill.millis(),
                fill.dateOr(run.date()));
    }

    private void compare(String what, int slice, RowSum vouched, Map<Integer, RowSum> sums) {
        RowSum there = sums.getOrDefault(slice, NONE);
        if (there.rows() != vouched.rows()) {
            fault("the " + what + " of slice " + slice + " of " + stream + " were "
                    + (there.rows() < vouched.rows() ? "deleted" : "inserted") + ": " + vouched.rows()
                    + " were stored, but " + there.rows() + " are there");
        } else if (!there.equals(vouched)) {
            fault("the " + what + " of slice " + slice + " of " + stream + " were altered: they were stored with "
                    + Sha256.shortened(vouched.sha256()) + ", but give " + Sha256.shortened(there.sha256()));
        }
    }

    private void unknown(String what, int slice) {
        fault("the " + what + " of slice " + slice + " of " + stream + " were inserted: no event vouches for them");
    }

    private void fault(String message) {
        faults.add(new Fault(auditRow, message));
    }

    /** The sums of what is in the tables, by slice. */
    private record Rows(Map<Integer, RowSum> children, Map<Integer, RowSum> outcomes, Map<Integer, RowSum> fills) {
        static Rows of(StatelessSession session, RunId run) {
            Map<String, Integer> sliceOf = new HashMap<>();
            Map<Integer, List<ChildOrder>> children = new TreeMap<>();
            SharedTexts texts = new SharedTexts();
            for (ChildOrder child : ChildRow.ofRun(session, run, texts)) {
                sliceOf.put(child.clientOrderId(), child.slice());
                children.computeIfAbsent(child.slice(), _ -> new ArrayList<>()).add(child);
            }
            Map<Integer, List<ChildOutcome>> outcomes = new TreeMap<>();
            for (ChildOutcome outcome : Batches.unordered(session, OutcomeRow.class, run, OutcomeRow::toOutcome)) {
                outcomes.computeIfAbsent(sliceOf.getOrDefault(outcome.clientOrderId(), -1), _ -> new ArrayList<>())
                        .add(outcome);
            }
            Map<Integer, List<Fill>> fills = new TreeMap<>();
            for (Fill fill : Batches.unordered(session, FillRow.class, run, row -> row.toFill(texts))) {
                fills.computeIfAbsent(sliceOf.getOrDefault(fill.clientOrderId(), -1), _ -> new ArrayList<>())
                        .add(fill);
            }
            Map<Integer, RowSum> childSums = new TreeMap<>();
            children.forEach((slice, list) -> childSums.put(slice, RowSums.children(list)));
            Map<Integer, RowSum> outcomeSums = new TreeMap<>();
            outcomes.forEach((slice, list) -> outcomeSums.put(slice, RowSums.outcomes(list)));
            Map<Integer, RowSum> fillSums = new TreeMap<>();
            fills.forEach((slice, list) -> fillSums.put(slice, RowSums.fills(list)));
            return new Rows(childSums, outcomeSums, fillSums);
        }
    }
}
