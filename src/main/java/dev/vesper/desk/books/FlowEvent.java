package dev.vesper.desk.books;

import java.util.Map;

/** What happened to the flows of a book. */
public sealed interface FlowEvent {
    /**
     * Somebody asked for a flow.
     *
     * @param words what was said, by column
     * @param by who said it: a person, or {@code flows.csv}
     * @param foureyes whether two people must agree before it is booked
     * @param sha256 sum of the words, which approvals are bound to
     */
    record Recorded(String id, Map<String, String> words, String by, boolean foureyes, String sha256)
            implements FlowEvent {
        public Recorded {
            words = Map.copyOf(words);
        }
    }

    /** It is not to be booked any more. */
    record Withdrawn(String id, String by, String reason) implements FlowEvent {}
}
