package dev.vesper.adapters.routes.simulated;

import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.PossResend;

/**
 * A simulated venue as its route sees it: for each FIX message the list of messages to answer, empty for everything that
 * is not an order or a cancel. One thread at a time (the acceptor's own).
 */
final class VenueServer implements Processor, AutoCloseable {
    private final VenueBook book;
    private final VenueJournal journal;
    private final VenueMessages messages;

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
        exchange.getMessage().setBody(received && message != null ? answer(message) : List.of());
    }

    private synchronized List<Message> answer(Message message) throws FieldNotFound {
        Optional<VenueCommand> command = VenueMessages.command(message);
        if (command.isEmpty()) {
            return List.of();
        }
        boolean repeated = command.get() instanceof VenueCommand.Enter enter && book.knows(enter.clientOrderId());
        if (!repeated) {
            journal.append(command.get());
        }
        List<Message> answers = new ArrayList<>();
        for (VenueReport report : book.handle(command.get())) {
            Message answer = messages.message(report);
            if (repeated) {
                answer.getHeader().setBoolean(PossResend.FIELD, true);
            }
            answers.add(answer);
        }
        return answers;
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
