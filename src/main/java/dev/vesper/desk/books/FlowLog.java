package dev.vesper.desk.books;

import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked for beside trades, and who agreed: replayed from the stored events, whatever the books say. */
final class FlowLog {
    private static final String FLOWS = "flows/";
    private static final String APPROVALS = "flow-approval/";

    private final EventLog events;
    private final FourEyes fourEyes = new FourEyes();

    FlowLog(EventLog events) {
        this.events = events;
    }

    static StreamId<FlowEvent> stream(BookId book) {
        return new StreamId<>(FlowEvent.class, FLOWS + book.value());
    }

    /** What the audit log calls a flow. */
    static String subject(String flow) {
        return "flow/" + flow;
    }

    static StreamId<FourEyesEvent> approval(BookId book, String flow) {
        return new StreamId<>(FourEyesEvent.class, APPROVALS + book.value() + "/" + flow);
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

    /** The answers to every flow of a book, by its id. */
    Map<String, List<FourEyesEvent>> answers(BookId book) {
        String prefix = approval(book, "").value();
        return readAll(FourEyesEvent.class, prefix).stream()
                .filter(told -> told.stream().value().indexOf('/', prefix.length()) < 0) // of a folder in this one
                .collect(Collectors.groupingBy(
                        told -> told.stream().value().substring(prefix.length()),
                        Collectors.mapping(Told::event, Collectors.toCollection(ArrayList::new))));
    }

    /** Every flow of every real book that two people must agree on, with what was said to it. */
    List<AskedFlow> asked() {
        Map<String, List<Told<FourEyesEvent>>> answers = readAll(FourEyesEvent.class, APPROVALS).stream()
                .collect(Collectors.groupingBy(told -> told.stream().value()));
        List<AskedFlow> asked = new ArrayList<>();
        for (Told<FlowEvent> told : readAll(FlowEvent.class, FLOWS)) {
            BookId book = BookId.of(told.stream().value().substring(FLOWS.length()));
            if (told.event() instanceof FlowEvent.Recorded flow && flow.foureyes() && !book.rehearsal()) {
                List<Told<FourEyesEvent>> said =
                        answers.getOrDefault(approval(book, flow.id()).value(), List.of());
                asked.add(new AskedFlow(book, flow, told.at(), said));
            }
        }
        return asked;
    }

    private <E> List<Told<E>> readAll(Class<E> events, String prefix) {
        try {
            return this.events.readAll(events, prefix);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    private <E> List<E> read(StreamId<E> stream) {
        try {
            return events.read(stream);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Where each flow stands as far as people have a say: what is agreed, or needs nobody, is due. */
    List<FlowRecord> agreed(List<FlowEvent> past, Map<String, List<FourEyesEvent>> answers) {
        Set<String> withdrawn = past.stream()
                .filter(FlowEvent.Withdrawn.class::isInstance)
                .map(event -> ((FlowEvent.Withdrawn) event).id())
                .collect(Collectors.toSet());
        List<FlowRecord> flows = new ArrayList<>();
        for (FlowEvent event : past) {
            if (event instanceof FlowEvent.Recorded recorded) {
                FlowRecord flow = approved(recorded, answers.getOrDefault(recorded.id(), List.of()));
                flows.add(withdrawn.contains(flow.id()) ? flow.as(FlowState.REJECTED) : flow);
            }
        }
        return flows;
    }

    /** The approval of one flow, decided again from the stored answers and bound to its words. */
    private FlowRecord approved(FlowEvent.Recorded flow, List<FourEyesEvent> answers) {
        if (!flow.foureyes()) {
            return of(flow, null, null, FlowState.DUE);
        }
        FourEyesState state;
        try {
            state = fourEyes.replay(answers);
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
