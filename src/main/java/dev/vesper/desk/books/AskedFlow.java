package dev.vesper.desk.books;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.books.BookId;
import dev.vesper.desk.event.Told;
import java.time.Instant;
import java.util.List;

/**
 * A flow that two people must agree on, as it was asked for and answered.
 *
 * @param at when it was asked for
 * @param answers what people said, oldest first
 */
record AskedFlow(BookId book, FlowEvent.Recorded flow, Instant at, List<Told<FourEyesEvent>> answers) {
    AskedFlow {
        answers = List.copyOf(answers);
    }
}
