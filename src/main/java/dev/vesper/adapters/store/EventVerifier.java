package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares stored events with the audit rows that vouch for them: every event has its row, unaltered. Streams of orders
 * get one row at their end; until then {@link SliceVerifier} tells whether their links hold.
 */
final class EventVerifier {
    private EventVerifier() {}

    /** An audit row that vouches for events. */
    record Vouching(long row, Vouched vouched) {
        /** Those of the rows that do. */
        static List<Vouching> of(List<ChainedRow> rows) {
            return rows.stream()
                    .flatMap(row ->
                            Stream.ofNullable(row.vouched()).map(vouched -> new Vouching(row.sequence(), vouched)))
                    .toList();
        }
    }

    /** One stream as it is checked. */
    private static final class Checked {
        final TreeMap<Integer, EventRow> events = new TreeMap<>();
        int vouched;
        long newest;
    }

    /** Faults are numbered by audit row; an event for which no row vouches, by the newest row of its stream. */
    static List<Fault> verify(List<EventRow> events, List<Vouching> rows) {
        Map<String, Checked> streams = new TreeMap<>();
        events.forEach(e ->
                streams.computeIfAbsent(e.stream, _ -> new Checked()).events.put(e.sequence, e));
        List<Fault> faults = new ArrayList<>();
        for (Vouching row : rows) {
            check(row, streams.computeIfAbsent(row.vouched().stream(), _ -> new Checked()), faults);
        }
        streams.entrySet().removeIf(entry -> entry.getValue().vouched == 0 && SliceVerifier.covers(entry.getKey()));
        streams.forEach((name, stream) -> stream.events
                .tailMap(stream.vouched, false)
                .keySet()
                .forEach(extra -> faults.add(new Fault(
                        stream.newest,
                        "event " + extra + " of " + name + " was inserted: no audit row vouches for it"))));
        return faults;
    }

    /** Whether events follow the first ones of their stream by the rows that vouch for them, which are those behind them. */
    static boolean follows(String name, int first, List<EventRow> events, List<Vouching> rows) {
        Checked stream = new Checked();
        stream.vouched = first;
        events.forEach(event -> stream.events.put(event.sequence, event));
        List<Fault> faults = new ArrayList<>();
        rows.forEach(row -> check(row, stream, faults));
        return faults.isEmpty() && stream.events.size() == stream.vouched - first;
    }

    private static void check(Vouching row, Checked stream, List<Fault> faults) {
        Vouched vouched = row.vouched();
        int first = stream.vouched + 1;
        List<EventRow> there = new ArrayList<>();
        boolean whole = vouched.length() >= first;
        for (int sequence = first; sequence <= vouched.length(); sequence++) {
            @Nullable EventRow event = stream.events.get(sequence);
            if (event == null) {
                whole = false;
                faults.add(new Fault(
                        row.row(),
                        "event " + sequence + " of " + vouched.stream() + " is missing: row " + row.row()
                                + " vouches for it"));
                break;
            }
            there.add(event);
        }
        if (whole && !EventsHash.of(there).equals(vouched.hash())) {
            faults.add(new Fault(
                    row.row(),
                    "event " + vouched.length() + " of " + vouched.stream() + " was altered: row " + row.row()
                            + " vouches for another"));
        }
        stream.vouched = Math.max(stream.vouched, vouched.length());
        stream.newest = row.row();
    }
}
