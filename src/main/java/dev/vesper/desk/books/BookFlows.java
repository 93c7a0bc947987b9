package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.books.BookId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.flow.Flow;
import dev.vesper.books.flow.FlowBook;
import dev.vesper.books.flow.FlowKinds;
import dev.vesper.books.flow.FlowPart;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import java.math.BigDecimal;
import java.nio.file.Path;
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
 * Records flows, has two people agree on the large ones, and books each once, on the day from which it counts. What was
 * agreed and is not booked yet, because of a crash or because its day has not come, is booked when the next day opens.
 */
public final class BookFlows {
    private final Books books;
    private final FlowLog log;
    private final AuditLog audit;
    private final FirmReader firms;
    private final FlowFile file;
    private final InstantSource clock;
    private final FlowAnswers answers;
    /** One change after the other: two people may answer at the same time. */
    private final Object changing = new Object();

    public BookFlows(
            Books books, EventLog events, AuditLog audit, FirmReader firms, FlowFile file, InstantSource clock) {
        this.books = books;
        this.log = new FlowLog(events);
        this.audit = audit;
        this.firms = firms;
        this.file = file;
        this.clock = clock;
        this.answers = new FlowAnswers(log, audit, clock);
    }

    /** Every flow of a book, oldest first. */
    public List<FlowRecord> all(BookId book) {
        List<FlowEvent> past = log.past(book);
        if (past.isEmpty()) {
            return List.of();
        }
        Open open = open(book);
        return states(open);
    }

    /**
     * Takes a flow that a person asks for, who is its maker where two must agree.
     *
     * @throws Problem of kind INPUT where it does not fit the book, REFUSED where another flow has its id
     */
    public FlowRecord record(BookId book, FlowWords words, String by) {
        synchronized (changing) {
            Open open = open(book);
            mustKnow(open, words.id(), by, open.people.outside(by, People.MAKERS));
            String id = take(open, words, PersonName.of(by));
            FlowRecord there = one(open, id);
            if (there.state() == FlowState.OPEN) {
                answer(open, there, Answer.APPROVE, by, "");
            }
            rehearsed(open, id);
            return settled(open, id);
        }
    }

    /**
     * Takes a person's answer to a flow that waits for one: the first yes puts it forward, the second, of somebody else,
     * agrees. A no ends it.
     *
     * @param asked where the flow stood when the person was asked; a yes to putting it forward never agrees to it
     * @throws Problem of kind INPUT where there is none of that id, REFUSED where it is denied
     */
    public FlowRecord answer(BookId book, String id, FlowState asked, Answer answer, String by, String reason) {
        synchronized (changing) {
            Open open = open(book);
            FlowRecord flow = one(open, id);
            if (flow.state() != asked || !asked.waits()) {
                throw Problem.refused("Expected a flow that is " + asked.word() + ", but " + id + " is "
                        + flow.state().word() + "; maybe somebody else answered a moment ago");
            }
            if (answer == Answer.APPROVE) {
                mustFit(open, FlowKinds.read(words(flow)));
            }
            answer(open, flow, answer, by, reason);
            return settled(open, id);
        }
    }

    /** Books what is due, also where somebody else's entries come between. */
    private FlowRecord settled(Open open, String id) {
        return SharedBook.with(books, open.id, () -> {
            Open now = open.book.newest() == books.newest(open.id) ? open : open(open.id);
            settle(now, stands(now));
            return one(now, id);
        });
    }

    /** Refuses what the books, as they stand, do not admit: before it is recorded, and again before anybody agrees to it. */
    private void mustFit(Open open, Flow flow) {
        FlowPart first = flow.parts().getFirst();
        mustEndBefore(open, flow, first);
        open.book.decided(flow.entries(first, open.flowBook()), clock.instant());
    }

    /** A period is closed once all that counts from it is booked or ended, for it could not be booked any more. */
    private void mustEndBefore(Open open, Flow close, FlowPart part) {
        if (!part.kind().equals(EntryKind.CLOSE)) {
            return;
        }
        FlowBook book = open.flowBook();
        for (FlowRecord other : states(open)) {
            boolean pending = other.state().waits() || other.state() == FlowState.DUE;
            Flow flow = FlowKinds.read(words(other));
            if (pending
                    && !other.id().equals(close.id())
                    && flow.parts().stream().anyMatch(p -> !p.due().isAfter(part.due()) && !flow.booked(p, book))) {
                throw Problem.refused("Expected every flow up to " + part.due() + " to be booked or ended before the"
                        + " books are closed up to that day, but " + other.id() + " is "
                        + other.state().word() + "; ./vesper books flows shows it");
            }
        }
    }

    private void answer(Open open, FlowRecord flow, Answer answer, String by, String reason) {
        answers.answer(open.id, open.people, flow, answer, by, reason);
        open.answers.put(flow.id(), log.answers(open.id, flow.id()));
    }

    /**
     * Takes a flow back whose day has not come.
     *
     * @throws Problem of kind INPUT where there is none of that id, REFUSED where it stands elsewhere, or for a person whom
     *     the firm does not name
     */
    public FlowRecord cancel(BookId book, String id, String by, String reason) {
        synchronized (changing) {
            return cancelled(open(book), id, by, reason);
        }
    }

    private FlowRecord cancelled(Open open, String id, String by, String reason) {
        FlowRecord flow = one(open, id);
        mustKnow(open, flow.id(), by, open.people.stranger(by));
        if (flow.state() != FlowState.DUE) {
            throw Problem.refused("Expected a flow whose day has not come, but " + id + " is "
                    + flow.state().word()
                    + (flow.state().waits() ? "; ./vesper tasks reject " + FlowQuestions.task(flow) + " ends it" : ""));
        }
        tell(
                open,
                new FlowEvent.Withdrawn(id, PersonName.of(by), reason),
                PersonName.of(by),
                AuditAction.FLOW_REJECTED,
                reason,
                id);
        return one(open, id);
    }

    /** Refuses a person, and says so in the audit log. */
    private void mustKnow(Open open, String flow, String by, Optional<Refusal> against) {
        against.ifPresent(refusal -> {
            audit.append(
                    clock.instant(),
                    PersonName.of(by),
                    AuditAction.DECISION_DENIED,
                    FlowLog.subject(flow),
                    refusal.message(),
                    open.id.rehearsal());
            throw Problem.refused(refusal.message());
        });
    }

    /**
     * Reads the firm's file, and does nothing.
     *
     * @throws Problem of kind INPUT that names a line
     */
    public void mustBeReadable(Firm firm) {
        if (firm.settings().books() instanceof BookKeeping.Vesper) {
            file.read(firm.folder());
        }
    }

    /**
     * Takes the lines of the firm's file whose day has come, and books what is due, before a day opens.
     *
     * @throws Problem of kind INPUT that names a line, REFUSED where something due waits for people
     */
    public void before(Firm firm, LocalDate date, boolean rehearsal) {
        synchronized (changing) {
            BookId book = new BookId(firm.folder().toString(), rehearsal);
            SharedBook.with(books, book, () -> opened(firm, book, date));
        }
    }

    private boolean opened(Firm firm, BookId book, LocalDate date) {
        if (!(firm.settings().books() instanceof BookKeeping.Vesper)) {
            return false;
        }
        List<FlowWords> lines = file.read(firm.folder());
        if ((lines.isEmpty() && log.past(book).isEmpty()) || books.newest(book) == 0) {
            return false;
        }
        Open open = open(book, firm);
        for (FlowWords words : lines.stream()
                .filter(words -> !words.date().isAfter(date))
                .sorted(Comparator.comparing(FlowWords::date))
                .toList()) {
            boolean opened = !words.has("account") || open.book.knows(words.text("account"));
            boolean soon = firm.accounts().stream()
                    .anyMatch(a -> words.has("account") && a.id().equals(words.text("account")));
            if (opened || !soon) {
                settle(open, words.date());
                take(open, words, FlowFile.NAME);
                rehearsed(open, words.id());
            }
        }
        List<FlowRecord> waiting = states(open).stream()
                .filter(flow -> flow.state().waits()
                        && !FlowKinds.read(words(flow)).parts().getFirst().due().isAfter(date))
                .toList();
        if (!waiting.isEmpty()) {
            throw Problem.refused("Expected every flow up to " + date + " to be decided before the day opens, but "
                    + waiting.size() + " wait for people: "
                    + String.join(
                            ", ", waiting.stream().map(FlowRecord::id).limit(5).toList())
                    + "; ./vesper tasks list shows them, ./vesper tasks approve "
                    + FlowQuestions.task(waiting.getFirst()) + " --as NAME answers");
        }
        settle(open, date);
        return true;
    }

    /**
     * What is at hand while something is done to the flows of a book.
     *
     * @param instruments the symbols that the firm knows
     * @param limit the amount above which two people must agree
     * @param people who may answer
     * @param past the events of its flows
     * @param answers what people said to each of them
     */
    private record Open(
            BookId id,
            OpenedBook book,
            Set<String> instruments,
            BigDecimal limit,
            People people,
            List<FlowEvent> past,
            Map<String, List<FourEyesEvent>> answers) {
        /** As a flow meets it. */
        FlowBook flowBook() {
            return new FlowBook(book, instruments);
        }
    }

    private static LocalDate stands(Open open) {
        return open.book.stands().orElse(LocalDate.MIN);
    }

    private void tell(Open open, FlowEvent event, String actor, AuditAction action, String detail, String flow) {
        audit.append(
                clock.instant(),
                actor,
                action,
                FlowLog.subject(flow),
                detail,
                open.id.rehearsal(),
                new Append<>(FlowLog.stream(open.id), open.past.size(), List.of(event)));
        open.past.add(event);
    }

    private Open open(BookId book) {
        if (books.newest(book) == 0) {
            throw Problem.usage("Expected the books of a firm that " + (book.rehearsal() ? "rehearsed" : "traded")
                    + ", but \"" + book.firm() + "\" has none; ./vesper eod opens them");
        }
        return open(book, firms.read(Path.of(book.firm())));
    }

    private Open open(BookId book, Firm firm) {
        if (!(firm.settings().books() instanceof BookKeeping.Vesper kept)) {
            throw Problem.refused("Expected books that Vesper keeps, but firm.yaml says \"books: files\"");
        }
        List<FlowEvent> past = new ArrayList<>(log.past(book));
        try {
            return new Open(
                    book,
                    new OpenedBook(books, book, lastParts(past)),
                    firm.instruments().keySet(),
                    kept.fourEyesAbove(),
                    book.rehearsal() ? People.UNKNOWN : firm.settings().people(),
                    past,
                    log.answers(book));
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    private static Map<String, EntryKind> lastParts(List<FlowEvent> past) {
        Map<String, EntryKind> last = new HashMap<>();
        for (FlowEvent event : past) {
            if (event instanceof FlowEvent.Recorded flow) {
                last.put(flow.id(), lastPart(FlowKinds.read(words(FlowLog.of(flow, null, null, FlowState.OPEN)))));
            }
        }
        return last;
    }

    private static EntryKind lastPart(Flow flow) {
        return flow.parts().getLast().kind();
    }

    /** Records a flow that is new; the same words again change nothing. */
    private String take(Open open, FlowWords words, String by) {
        Optional<FlowEvent.Recorded> known = open.past.stream()
                .filter(FlowEvent.Recorded.class::isInstance)
                .map(FlowEvent.Recorded.class::cast)
                .filter(flow -> flow.id().equals(words.id()))
                .findFirst();
        if (known.isPresent()) {
            if (known.get().words().equals(words.all())) {
                return words.id();
            }
            throw words.problem(
                    FlowWords.ID,
                    "Expected a new id, or the same flow again, but " + words.id() + " was \"" + shown(known.get())
                            + "\" until now; give what is new an id of its own");
        }
        Flow flow = FlowKinds.read(words);
        FlowBook book = open.flowBook();
        mustFit(open, flow);
        boolean large = flow.amount(book)
                .map(amount -> amount.compareTo(open.limit) > 0)
                .orElse(true);
        FlowEvent.Recorded recorded =
                new FlowEvent.Recorded(flow.id(), words.all(), by, large, FlowRecord.sum(words.all()));
        tell(
                open,
                recorded,
                by,
                AuditAction.FLOW_RECORDED,
                shown(recorded) + (large ? ", two people must agree" : ""),
                flow.id());
        open.book.expect(flow.id(), lastPart(flow));
        return flow.id();
    }

    private static String shown(FlowEvent.Recorded flow) {
        return FlowLog.of(flow, null, null, FlowState.OPEN).line();
    }

    /** In a rehearsal two demo users agree. */
    private void rehearsed(Open open, String id) {
        while (open.id.rehearsal() && one(open, id).state().waits()) {
            answers.rehearse(open.id, one(open, id));
            open.answers.put(id, log.answers(open.id, id));
        }
    }

    /** Books every part that is due by a day, in the order of their days. */
    private void settle(Open open, LocalDate until) {
        record Due(FlowRecord record, Flow flow, FlowPart part) {}
        List<Due> due = new ArrayList<>();
        FlowBook book = open.flowBook();
        for (FlowRecord flow : states(open)) {
            if (flow.state() == FlowState.DUE) {
                Flow read = FlowKinds.read(words(flow));
                read.parts().stream()
                        .filter(part -> !part.due().isAfter(until) && !read.booked(part, book))
                        .forEach(part -> due.add(new Due(flow, read, part)));
            }
        }
        due.sort(Comparator.comparing(d -> d.part().due()));
        for (Due next : due) {
            open.book.append(next.flow().entries(next.part(), open.flowBook()), next.record(), clock.instant());
        }
    }

    private FlowRecord one(Open open, String id) {
        return states(open).stream()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                        "Expected a flow, but \"" + id + "\" is unknown; ./vesper books flows shows them"));
    }

    /** Where each flow stands, as people and the books have it. */
    private List<FlowRecord> states(Open open) {
        FlowBook book = open.flowBook();
        return log.agreed(open.past, open.answers).stream()
                .map(flow -> flow.state() == FlowState.DUE && done(open, book, FlowKinds.read(words(flow)))
                        ? flow.as(FlowState.BOOKED)
                        : flow)
                .toList();
    }

    /** Whether all of a flow is booked, or has passed without anything to book: a dividend that nobody was owed. */
    private static boolean done(Open open, FlowBook book, Flow flow) {
        return flow.parts().stream().allMatch(part -> {
            if (flow.booked(part, book)) {
                return true;
            }
            try {
                return !part.due().isAfter(stands(open))
                        && flow.entries(part, book).isEmpty();
            } catch (Problem doesNotFit) { // said when it is to be booked
                return false;
            }
        });
    }

    private static FlowWords words(FlowRecord flow) {
        return new FlowWords(
                flow.words(),
                (column, message) -> Problem.refused("flow " + flow.id() + ", " + column + ": " + message));
    }
}
