package dev.vesper.adapters.store;

import java.util.List;

/**
 * The events that an audit row vouches for.
 *
 * @param length how many events the stream holds with them
 * @param hash over those events
 */
record Vouched(String stream, int length, String hash) {
    private static final String FORM = "vesper-events-1";

    /** The hash of events: each field is its length and its text, as in the hash of an audit row. */
    static String hash(List<EventRow> events) {
        AuditHash.Fields fields = new AuditHash.Fields().add(FORM);
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
