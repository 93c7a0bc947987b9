package dev.vesper.desk.books;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.flow.Flow;
import dev.vesper.books.flow.FlowBook;
import dev.vesper.books.flow.FlowKinds;
import dev.vesper.books.flow.FlowPart;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flows of one book while something is done to them: as people and the books have them, and what they are booked by.
 * What is said to them meanwhile is heard.
 */
final class OpenedFlows {
    private final BookId id;
    private final OpenedBook book;
    private final Set<String> instruments;
    private final BigDecimal limit;
    private final People people;
    private final FlowLog log;
    private final List<FlowEvent> past;
    private final Map<String, FlowEvent.Recorded> recorded = new HashMap<>();
    private final Map<String, List<FourEyesEvent>> answers;
    private final InstantSource clock;

    /**
     * Reads them, and the book.
     *
     * @param kept amount above which two people must agree
     * @throws BrokenHistory where the book is not the one that was stored
     */
    OpenedFlows(Books books, FlowLog log, BookId id, Firm firm, BookKeeping.Vesper kept, InstantSource clock) {
        this.id = id;
        this.log = log;
        this.clock = clock;
        this.instruments = firm.instruments().keySet();
        this.limit = kept.fourEyesAbove();
        this.people = id.rehearsal() ? People.UNKNOWN : firm.settings().people();
        this.past = new ArrayList<>(log.past(id));
        this.book = new OpenedBook(books, id, lastParts(past));
        this.answers = log.answers(id);
        past.forEach(this::index);
    }

    private void index(FlowEvent event) {
        if (event instanceof FlowEvent.Recorded flow) {
            recorded.putIfAbsent(flow.id(), flow);
        }
    }

    BookId id() {
        return id;
    }

    /** Who may answer. */
    People people() {
        return people;
    }

    /** How many events there are. */
    int events() {
        return past.size();
    }

    /** The number of the newest entry that was read or appended. */
    long newest() {
        return book.newest();
    }

    /** Whether the book has an account. */
    boolean knows(String account) {
        return book.knows(account);
    }

    /** The day at which the books stand. */
    LocalDate stands() {
        return book.stands().orElse(LocalDate.MIN);
    }

    /** What was appended to their events. */
    void hear(FlowEvent event) {
        past.add(event);
        index(event);
        if (event instanceof FlowEvent.Recorded flow) {
            book.expect(flow.id(), lastPart(flow));
        }
    }

    /** What people said to a flow by now. */
    void hearAnswers(String flow) {
        answers.put(flow, log.answers(id, flow));
    }

    /** A flow as it was recorded; empty where it is new. */
    Optional<FlowEvent.Recorded> recorded(String flow) {
        return Optional.ofNullable(recorded.get(flow));
    }

    /** Whether two people must agree: above the firm's amount, and to what cannot be told in money. */
    boolean large(Flow flow) {
        return flow.amount(flowBook())
                .map(amount -> amount.compareTo(limit) > 0)
                .orElse(true);
    }

    /** Where one of them stands. */
    FlowRecord one(String flow) {
        return states().stream()
                .filter(known -> known.id().equals(flow))
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                        "Expected a flow, but \"" + flow + "\" is unknown; ./vesper books flows shows them"));
    }

    /** Where each flow stands, as people and the books have it. */
    List<FlowRecord> states() {
        FlowBook met = flowBook();
        return log.agreed(past, answers).stream()
                .map(flow -> flow.state() == FlowState.DUE && done(met, FlowKinds.read(words(flow)))
                        ? flow.as(FlowState.BOOKED)
                        : flow)
                .toList();
    }

    /** Whether all of a flow is booked, or has passed without anything to book: a dividend that nobody was owed. */
    private boolean done(FlowBook met, Flow flow) {
        return flow.parts().stream().allMatch(part -> {
            if (flow.booked(part, met)) {
                return true;
            }
            try {
                return !part.due().isAfter(stands()) && flow.entries(part, met).isEmpty();
            } catch (Problem doesNotFit) { // said when it is to be booked
                return false;
            }
        });
    }

    /** What was said of a flow, whose mistakes are told by its id. */
    static FlowWords words(FlowRecord flow) {
        return new FlowWords(
                flow.words(),
                (column, message) -> Problem.refused("flow " + flow.id() + ", " + column + ": " + message));
    }

    /** Refuses what the books, as they stand, do not admit: before it is recorded, and again before anybody agrees to it. */
    void mustFit(Flow flow) {
        FlowPart first = flow.parts().getFirst();
        mustEndBefore(flow, first);
        book.decided(flow.entries(first, flowBook()), clock.instant());
    }

    /** A period is closed once all that counts from it is booked or ended, for it could not be booked any more. */
    private void mustEndBefore(Flow close, FlowPart part) {
        if (!part.kind().equals(EntryKind.CLOSE)) {
            return;
        }
        FlowBook met = flowBook();
        for (FlowRecord other : states()) {
            boolean pending = other.state().waits() || other.state() == FlowState.DUE;
            Flow flow = FlowKinds.read(words(other));
            if (pending
                    && !other.id().equals(close.id())
                    && flow.parts().stream().anyMatch(p -> !p.due().isAfter(part.due()) && !flow.booked(p, met))) {
                throw Problem.refused("Expected every flow up to " + part.due() + " to be booked or ended before the"
                        + " books are closed up to that day, but " + other.id() + " is "
                        + other.state().word() + "; ./vesper books flows shows it");
            }
        }
    }

    /** Books every part that is due by a day, in the order of their days. */
    void settle(LocalDate until) {
        record Due(FlowRecord record, Flow flow, FlowPart part) {}
        List<Due> due = new ArrayList<>();
        FlowBook met = flowBook();
        for (FlowRecord flow : states()) {
            if (flow.state() == FlowState.DUE) {
                Flow read = FlowKinds.read(words(flow));
                read.parts().stream()
                        .filter(part -> !part.due().isAfter(until) && !read.booked(part, met))
                        .forEach(part -> due.add(new Due(flow, read, part)));
            }
        }
        due.sort(Comparator.comparing(d -> d.part().due()));
        for (Due next : due) {
            book.append(next.flow().entries(next.part(), flowBook()), next.record(), clock.instant());
        }
    }

    private static Map<String, EntryKind> lastParts(List<FlowEvent> past) {
        Map<String, EntryKind> last = new HashMap<>();
        for (FlowEvent event : past) {
            if (event instanceof FlowEvent.Recorded flow) {
                last.put(flow.id(), lastPart(flow));
            }
        }
        return last;
    }

    private static EntryKind lastPart(FlowEvent.Recorded flow) {
        return FlowKinds.read(words(FlowLog.of(flow, null, null, FlowState.OPEN)))
                .parts()
                .getLast()
                .kind();
    }

    private FlowBook flowBook() {
        return new FlowBook(book, instruments);
    }
}
