package dev.vesper.adapters.routes.simulated;

import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueReport;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.PossResend;

/**
 * A simulated venue as its route sees it: for each FIX message the list of messages to answer, empty for everything that
 * is not an order, a cancel or a question about an order. One thread at a time (the acceptor's own).
 */
final class VenueServer implements Processor, AutoCloseable {
    private final VenueBook book;
    private final VenueJournal journal;
    private final VenueMessages messages;
    private long last;

    /** Replays the journal: afterwards the book is as it was when the last command was written. */
    VenueServer(VenueBook book, VenueJournal journal, VenueMessages messages) {
        this.book = book;
        this.journal = journal;
        this.messages = messages;
        for (VenueCommand command : journal.found()) {
            book.handle(command);
        }
    }

    @Override
    public void process(Exchange exchange) throws FieldNotFound {
        boolean received = exchange.getMessage().getHeader(QuickfixjEndpoint.EVENT_CATEGORY_KEY)
                == QuickfixjEventCategory.AppMessageReceived;
        Message message = exchange.getMessage().getBody() instanceof Message m ? m : null;
        exchange.getMessage().setBody(received && message != null ? answer(message) : Collections.emptyIterator());
    }

    /** A cancel may bring all reports of a large slice: their messages are made one by one, as they are sent. */
    private synchronized Iterator<Message> answer(Message message) throws FieldNotFound {
        Optional<String> asked = VenueMessages.asked(message);
        if (asked.isPresent()) {
            return forcedFirst(last, status(asked.get(), message));
        }
        Optional<VenueCommand> command = messages.command(message);
        if (command.isEmpty()) {
            return Collections.emptyIterator();
        }
        boolean repeated = book.knows(command.get());
        if (!repeated) {
            last = journal.append(command.get());
        }
        return forcedFirst(
                last,
                book.handle(command.get()).stream()
                        .map(report -> message(report, repeated))
                        .iterator());
    }

    /** A question changes nothing: what was said of the order is said again, and then how it stands. */
    private Iterator<Message> status(String order, Message request) throws FieldNotFound {
        List<VenueReport.Execution> history = book.history(order);
        if (history.isEmpty()) {
            return List.of(messages.unknown(request, book.clockMillis())).iterator();
        }
        return Stream.concat(
                        history.stream().map(report -> message(report, /* repeated= */ true)),
                        Stream.of(messages.status(history.getLast())))
                .iterator();
    }

    /** Nothing is answered before what it rests on is on the disk. Answers that wait together share one force. */
    private Iterator<Message> forcedFirst(long mark, Iterator<Message> answers) {
        return new Iterator<>() {
            private boolean forced;

            @Override
            public boolean hasNext() {
                if (!forced) {
                    journal.force(mark);
                    forced = true;
                }
                return answers.hasNext();
            }

            @Override
            public Message next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return answers.next();
            }
        };
    }

    private Message message(VenueReport report, boolean repeated) {
        Message message = messages.message(report);
        if (repeated) {
            message.getHeader().setBoolean(PossResend.FIELD, true);
        }
        return message;
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
