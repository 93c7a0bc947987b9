package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.books.BookId;
import dev.vesper.books.flow.Flow;
import dev.vesper.books.flow.FlowKinds;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        OpenedFlows open = open(book);
        return open.states();
    }

    /**
     * Takes a flow that a person asks for, who is its maker where two must agree.
     *
     * @throws Problem of kind INPUT where it does not fit the book, REFUSED where another flow has its id
     */
    public FlowRecord record(BookId book, FlowWords words, String by) {
        synchronized (changing) {
            OpenedFlows open = open(book);
            mustKnow(open, words.id(), by, open.people().outside(by, People.MAKERS));
            String id = take(open, words, PersonName.of(by));
            FlowRecord there = open.one(id);
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
            OpenedFlows open = open(book);
            FlowRecord flow = open.one(id);
            if (flow.state() != asked || !asked.waits()) {
                throw Problem.refused("Expected a flow that is " + asked.word() + ", but " + id + " is "
                        + flow.state().word() + "; maybe somebody else answered a moment ago");
            }
            if (answer == Answer.APPROVE) {
                open.mustFit(FlowKinds.read(OpenedFlows.words(flow)));
            }
            answer(open, flow, answer, by, reason);
            return settled(open, id);
        }
    }

    /** Books what is due, also where somebody else's entries come between. */
    private FlowRecord settled(OpenedFlows open, String id) {
        return SharedBook.with(books, open.id(), () -> {
            OpenedFlows now = open.newest() == books.newest(open.id()) ? open : open(open.id());
            now.settle(now.stands());
            return now.one(id);
        });
    }

    private void answer(OpenedFlows open, FlowRecord flow, Answer answer, String by, String reason) {
        answers.answer(open.id(), open.people(), flow, answer, by, reason);
        open.hearAnswers(flow.id());
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

    private FlowRecord cancelled(OpenedFlows open, String id, String by, String reason) {
        FlowRecord flow = open.one(id);
        mustKnow(open, flow.id(), by, open.people().stranger(by));
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
        return open.one(id);
    }

    /** Refuses a person, and says so in the audit log. */
    private void mustKnow(OpenedFlows open, String flow, String by, Optional<Refusal> against) {
        against.ifPresent(refusal -> {
            audit.append(
                    clock.instant(),
                    PersonName.of(by),
                    AuditAction.DECISION_DENIED,
                    FlowLog.subject(flow),
                    refusal.message(),
                    open.id().rehearsal());
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
        OpenedFlows open = open(book, firm);
        Set<String> waits = open.states().stream()
                .filter(flow -> flow.state().waits())
                .map(FlowRecord::id)
                .collect(Collectors.toSet());
        for (FlowWords words : lines.stream()
                .filter(words -> !words.date().isAfter(date))
                .sorted(Comparator.comparing(FlowWords::date))
                .toList()) {
            boolean opened = !words.has("account") || open.knows(words.text("account"));
            boolean soon = firm.accounts().stream()
                    .anyMatch(a -> words.has("account") && a.id().equals(words.text("account")));
            if (opened || !soon) {
                boolean known = open.recorded(words.id()).isPresent();
                if (!known) { // it is decided on the books of its day
                    open.settle(words.date());
                }
                take(open, words, FlowFile.NAME);
                if (!known || waits.contains(words.id())) {
                    rehearsed(open, words.id());
                }
            }
        }
        List<FlowRecord> waiting = open.states().stream()
                .filter(flow -> flow.state().waits()
                        && !FlowKinds.read(OpenedFlows.words(flow))
                                .parts()
                                .getFirst()
                                .due()
                                .isAfter(date))
                .toList();
        if (!waiting.isEmpty()) {
            throw Problem.refused("Expected every flow up to " + date + " to be decided before the day opens, but "
                    + waiting.size() + " wait for people: "
                    + String.join(
                            ", ", waiting.stream().map(FlowRecord::id).limit(5).toList())
                    + "; ./vesper tasks list shows them, ./vesper tasks approve "
                    + FlowQuestions.task(waiting.getFirst()) + " answers");
        }
        open.settle(date);
        return true;
    }

    private void tell(OpenedFlows open, FlowEvent event, String actor, AuditAction action, String detail, String flow) {
        audit.append(
                clock.instant(),
                actor,
                action,
                FlowLog.subject(flow),
                detail,
                open.id().rehearsal(),
                new Append<>(FlowLog.stream(open.id()), open.events(), List.of(event)),
                event instanceof FlowEvent.Recorded recorded
                        ? Change.made(shown(recorded))
                        : new Change("recorded", "withdrawn"));
        open.hear(event);
    }

    private OpenedFlows open(BookId book) {
        if (books.newest(book) == 0) {
            throw Problem.usage("Expected the books of a firm that " + (book.rehearsal() ? "rehearsed" : "traded")
                    + ", but \"" + book.firm() + "\" has none; ./vesper eod opens them");
        }
        return open(book, firms.read(Path.of(book.firm())));
    }

    private OpenedFlows open(BookId book, Firm firm) {
        if (!(firm.settings().books() instanceof BookKeeping.Vesper kept)) {
            throw Problem.refused("Expected books that Vesper keeps, but firm.yaml says \"books: files\"");
        }
        try {
            return new OpenedFlows(books, log, book, firm, kept, clock);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Records a flow that is new; the same words again change nothing. */
    private String take(OpenedFlows open, FlowWords words, String by) {
        Optional<FlowEvent.Recorded> known = open.recorded(words.id());
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
        open.mustFit(flow);
        boolean large = open.large(flow);
        FlowEvent.Recorded recorded =
                new FlowEvent.Recorded(flow.id(), words.all(), by, large, FlowRecord.sum(words.all()));
        tell(
                open,
                recorded,
                by,
                AuditAction.FLOW_RECORDED,
                shown(recorded) + (large ? ", two people must agree" : ""),
                flow.id());
        return flow.id();
    }

    private static String shown(FlowEvent.Recorded flow) {
        return FlowLog.of(flow, null, null, FlowState.OPEN).line();
    }

    /** In a rehearsal two demo users agree. */
    private void rehearsed(OpenedFlows open, String id) {
        while (open.id().rehearsal() && open.one(id).state().waits()) {
            answers.rehearse(open.id(), open.one(id));
            open.hearAnswers(id);
        }
    }
}
