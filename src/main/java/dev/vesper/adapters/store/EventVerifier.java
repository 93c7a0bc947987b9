package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares stored events with the audit rows that vouch for them: every event has its row, unaltered. Streams of orders
 * get one row at their end; until then {@link SliceVerifier} tells whether their links hold.
 */
final class EventVerifier {
    private EventVerifier() {}

    /** One stream as it is checked. */
    private static final class Stream {
        final TreeMap<Integer, EventRow> events = new TreeMap<>();
        int vouched;
        long newest;
    }

    /** Faults are numbered by audit row; an event for which no row vouches, by the newest row of its stream. */
    static List<Fault> verify(List<EventRow> events, List<ChainedRow> rows) {
        Map<String, Stream> streams = new TreeMap<>();
        events.forEach(
                e -> streams.computeIfAbsent(e.stream, _ -> new Stream()).events.put(e.sequence, e));
        List<Fault> faults = new ArrayList<>();
        for (ChainedRow row : rows) {
            Vouched vouched = row.vouched();
            if (vouched != null) {
                check(row, vouched, streams.computeIfAbsent(vouched.stream(), _ -> new Stream()), faults);
            }
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

    private static void check(ChainedRow row, Vouched vouched, Stream stream, List<Fault> faults) {
        int first = stream.vouched + 1;
        List<EventRow> there = new ArrayList<>();
        boolean whole = vouched.length() >= first;
        for (int sequence = first; sequence <= vouched.length(); sequence++) {
            @Nullable EventRow event = stream.events.get(sequence);
            if (event == null) {
                whole = false;
                faults.add(new Fault(
                        row.sequence(),
                        "event " + sequence + " of " + vouched.stream() + " is missing: row " + row.sequence()
                                + " vouches for it"));
                break;
            }
            there.add(event);
        }
        if (whole && !EventsHash.of(there).equals(vouched.hash())) {
            faults.add(new Fault(
                    row.sequence(),
                    "event " + vouched.length() + " of " + vouched.stream() + " was altered: row " + row.sequence()
                            + " vouches for another"));
        }
        stream.vouched = Math.max(stream.vouched, vouched.length());
        stream.newest = row.sequence();
    }
}
