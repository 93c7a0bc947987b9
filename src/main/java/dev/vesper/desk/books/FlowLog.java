package dev.vesper.desk.books;

import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked for beside trades, and who agreed: replayed from the stored events, whatever the books say. */
final class FlowLog {
    private final EventLog events;
    private final FourEyes fourEyes = new FourEyes();

    FlowLog(EventLog events) {
        this.events = events;
    }

    static StreamId<FlowEvent> stream(BookId book) {
        return new StreamId<>(FlowEvent.class, "flows/" + book.value());
    }

    /** What the audit log calls a flow. */
    static String subject(String flow) {
        return "flow/" + flow;
    }

    static StreamId<FourEyesEvent> approval(BookId book, String flow) {
        return new StreamId<>(FourEyesEvent.class, "flow-approval/" + book.value() + "/" + flow);
    }

    /**
     * The events of a book's flows, oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered
     */
    List<FlowEvent> past(BookId book) {
        return read(stream(book));
    }

    /** The answers to one flow, oldest first. */
    List<FourEyesEvent> answers(BookId book, String flow) {
        return read(approval(book, flow));
    }

    private <E> List<E> read(StreamId<E> stream) {
        try {
            return events.read(stream);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Where each flow stands as far as people have a say: what is agreed, or needs nobody, is due. */
    List<FlowRecord> agreed(BookId book, List<FlowEvent> past) {
        Set<String> withdrawn = past.stream()
                .filter(FlowEvent.Withdrawn.class::isInstance)
                .map(event -> ((FlowEvent.Withdrawn) event).id())
                .collect(Collectors.toSet());
        List<FlowRecord> flows = new ArrayList<>();
        for (FlowEvent event : past) {
            if (event instanceof FlowEvent.Recorded recorded) {
                FlowRecord flow = approved(book, recorded);
                flows.add(withdrawn.contains(flow.id()) ? flow.as(FlowState.REJECTED) : flow);
            }
        }
        return flows;
    }

    /** The approval of one flow, decided again from the stored answers and bound to its words. */
    private FlowRecord approved(BookId book, FlowEvent.Recorded flow) {
        if (!flow.foureyes()) {
            return of(flow, null, null, FlowState.DUE);
        }
        FourEyesState state;
        try {
            state = fourEyes.replay(answers(book, flow.id()));
        } catch (BrokenHistory e) {
            throw Problem.refused("The approval of the flow " + flow.id() + " does not stand: " + e.getMessage());
        }
        return switch (state) {
            case FourEyesState.NotProposed() -> of(flow, null, null, FlowState.OPEN);
            case FourEyesState.AwaitingChecker waiting -> of(flow, waiting.maker(), null, FlowState.PROPOSED);
            case FourEyesState.Declined(String by, var ignored) -> of(flow, null, by, FlowState.REJECTED);
            case FourEyesState.Rejected(String maker, String by, var ignored) ->
                of(flow, maker, by, FlowState.REJECTED);
            case FourEyesState.Approved approved -> {
                if (!approved.proposal().equals(FlowRecord.sum(flow.words()))) {
                    throw Problem.refused("The approval of the flow " + flow.id() + " does not stand: "
                            + approved.checkers() + " approved other words");
                }
                yield of(flow, approved.maker(), approved.checkers(), FlowState.DUE);
            }
        };
    }

    static FlowRecord of(FlowEvent.Recorded flow, @Nullable String maker, @Nullable String checker, FlowState state) {
        return new FlowRecord(
                flow.id(), flow.words(), flow.by(), flow.foureyes(), flow.sha256(), maker, checker, state);
    }
}
