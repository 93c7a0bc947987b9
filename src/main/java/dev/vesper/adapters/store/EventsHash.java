package dev.vesper.adapters.store;

import dev.vesper.desk.audit.ChainHash;
import java.util.List;

/** The hash of events: each field is its length and its text, as in the hash of an audit row. */
final class EventsHash {
    private static final String FORM = "vesper-events-1";

    private EventsHash() {}

    static String of(List<EventRow> events) {
        ChainHash.Fields fields = new ChainHash.Fields().add(FORM);
        for (EventRow event : events) {
            fields.add(event.stream)
                    .add(Integer.toString(event.sequence))
                    .add(event.kind)
                    .add(Integer.toString(event.version))
                    .add(event.body)
                    .add(event.at.toString())
                    .add(event.actor);
        }
        return fields.sha256();
    }
}
