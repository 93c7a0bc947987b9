package dev.vesper.desk.books;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
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
import java.util.Collections;
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
    private static final String REHEARSAL_MAKER = "rehearsal-maker";
    private static final String REHEARSAL_CHECKER = "rehearsal-checker";

    private final Books books;
    private final FlowLog log;
    private final AuditLog audit;
    private final FirmReader firms;
    private final FlowFile file;
    private final InstantSource clock;
    private final Ledger ledger = new Ledger();
    private final FourEyes fourEyes = new FourEyes();

    public BookFlows(
            Books books, EventLog events, AuditLog audit, FirmReader firms, FlowFile file, InstantSource clock) {
        this.books = books;
        this.log = new FlowLog(events);
        this.audit = audit;
        this.firms = firms;
        this.file = file;
        this.clock = clock;
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
        Open open = open(book);
        String id = take(open, words, PersonName.shown(by));
        FlowRecord there = one(open, id);
        if (there.state() == FlowState.OPEN) {
            answer(open, there, Answer.APPROVE, by, "");
        }
        rehearsed(open, id);
        settle(open, open.stands);
        return one(open, id);
    }

    /**
     * Takes a person's answer to a flow that waits for one: the first yes puts it forward, the second, of somebody else,
     * agrees. A no ends it.
     *
     * @throws Problem of kind INPUT where there is none of that id, REFUSED where it is denied
     */
    public FlowRecord answer(BookId book, String id, Answer answer, String by, String reason) {
        Open open = open(book);
        FlowRecord flow = one(open, id);
        if (!flow.state().waits() && answer == Answer.REJECT && flow.state() == FlowState.DUE) {
            withdraw(open, flow, by, reason);
            return one(open, id);
        }
        if (!flow.state().waits()) {
            throw Problem.refused("Expected a flow that waits for an answer, but " + id + " is "
                    + flow.state().word());
        }
        answer(open, flow, answer, by, reason);
        settle(open, open.stands);
        return one(open, id);
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
        if (!(firm.settings().books() instanceof BookKeeping.Vesper)) {
            return;
        }
        BookId book = new BookId(firm.folder().toString(), rehearsal);
        List<FlowWords> lines = file.read(firm.folder());
        if ((lines.isEmpty() && log.past(book).isEmpty()) || books.newest(book) == 0) {
            return;
        }
        Open open = open(book, firm);
        for (FlowWords words : lines.stream()
                .filter(words -> !words.date().isAfter(date))
                .sorted(Comparator.comparing(FlowWords::date))
                .toList()) {
            boolean opened = !words.has("account") || open.knows(words.text("account"));
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
                    + "; ./vesper books flows shows them, ./vesper books approve ID --as NAME answers");
        }
        settle(open, date);
    }

    /** The book while something is done to it: read once, and brought on with each entry. */
    private final class Open {
        private final BookId id;
        private final Set<String> instruments;
        private final BigDecimal limit;
        private final People people;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final Map<EntryId, LedgerEntry> byId = new HashMap<>();
        private final Map<String, List<LedgerEntry>> ofFlows = new HashMap<>();
        private final List<FlowEvent> past;
        private LedgerState state;
        private LocalDate stands = LocalDate.MIN;

        Open(
                BookId id,
                Set<String> instruments,
                BigDecimal limit,
                People people,
                List<BookedEntry> booked,
                List<FlowEvent> past) {
            this.id = id;
            this.instruments = instruments;
            this.limit = limit;
            this.people = people;
            this.past = new ArrayList<>(past);
            this.state = ledger.replay(List.of(new EntriesBooked(booked)));
            booked.forEach(entry -> add(entry.entry()));
            stands = book().stands().orElse(LocalDate.MIN);
        }

        private void add(LedgerEntry entry) {
            entries.add(entry);
            EntryId back = entry.reverses();
            if (back == null) {
                byId.put(entry.id(), entry);
                ofFlows.computeIfAbsent(FlowBook.flowOf(entry), _ -> new ArrayList<>(2))
                        .add(entry);
            } else if (entry.memo().equals(DayBooks.REHEARSED_AGAIN)) {
                LedgerEntry taken = byId.get(back);
                if (taken != null) {
                    ofFlows.getOrDefault(FlowBook.flowOf(taken), new ArrayList<>())
                            .remove(taken);
                }
            }
        }

        FlowBook book() {
            return new FlowBook(
                    Collections.unmodifiableList(entries), Collections.unmodifiableMap(ofFlows), state, instruments);
        }

        /** Whether an account was opened. */
        boolean knows(String account) {
            return state.balances().clients().contains(account);
        }

        void tell(FlowEvent event, String actor, AuditAction action, String detail, String flow) {
            audit.append(
                    clock.instant(),
                    actor,
                    action,
                    subject(flow),
                    detail,
                    id.rehearsal(),
                    new Append<>(FlowLog.stream(id), past.size(), List.of(event)));
            past.add(event);
        }

        void append(List<LedgerEntry> made, FlowRecord flow) {
            EntriesBooked decided = decided(made);
            if (decided.entries().isEmpty()) {
                return;
            }
            books.append(id, decided, flow.by(), subject(flow.id()), flow.line(), clock.instant());
            state = ledger.apply(state, decided);
            for (BookedEntry entry : decided.entries()) {
                add(entry.entry());
                if (entry.entry().reverses() == null
                        && entry.entry().effective().isAfter(stands)) {
                    stands = entry.entry().effective();
                }
            }
        }

        EntriesBooked decided(List<LedgerEntry> made) {
            List<LedgerEntry> named =
                    id.rehearsal() ? made.stream().map(this::again).toList() : made;
            return switch (ledger.decide(state, new BookEntries(named, clock.instant()))) {
                case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> EntriesBooked.of(decided);
                case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
            };
        }

        /** An entry of a rehearsed day that was taken back is done again under another name. */
        private LedgerEntry again(LedgerEntry entry) {
            LedgerEntry named = entry;
            for (int time = 2; entry.reverses() == null && state.reversed(named.id()); time++) {
                named = LedgerEntry.of(
                        entry.kind(),
                        entry.source() + "/" + time,
                        entry.account(),
                        entry.effective(),
                        entry.postings(),
                        entry.memo());
            }
            return named;
        }
    }

    private static String subject(String flow) {
        return "flow/" + flow;
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
        try {
            return new Open(
                    book,
                    firm.instruments().keySet(),
                    kept.fourEyesAbove(),
                    book.rehearsal() ? People.UNKNOWN : firm.settings().people(),
                    books.entries(book),
                    log.past(book));
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
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
        FlowBook book = open.book();
        FlowPart first = flow.parts().getFirst();
        open.decided(flow.entries(first, book)); // what does not fit is refused before it is recorded
        boolean large = flow.amount(book)
                .map(amount -> amount.compareTo(open.limit) > 0)
                .orElse(true);
        FlowEvent.Recorded recorded =
                new FlowEvent.Recorded(flow.id(), words.all(), by, large, FlowRecord.sum(words.all()));
        open.tell(
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
    private void rehearsed(Open open, String id) {
        if (!open.id.rehearsal()) {
            return;
        }
        FlowRecord flow = one(open, id);
        if (flow.state() == FlowState.OPEN) {
            answer(open, flow, Answer.APPROVE, REHEARSAL_MAKER, "rehearsal");
            flow = one(open, id);
        }
        if (flow.state() == FlowState.PROPOSED) {
            answer(open, flow, Answer.APPROVE, REHEARSAL_CHECKER, "rehearsal");
        }
    }

    private void answer(Open open, FlowRecord flow, Answer answer, String by, String reason) {
        List<FourEyesEvent> past = log.answers(open.id, flow.id());
        boolean first = past.isEmpty();
        FourEyesCommand command = answer == Answer.APPROVE
                ? first
                        ? new FourEyesCommand.Propose(by, flow.sha256(), ApprovalsNeeded.ONE_CHECKER, open.people)
                        : new FourEyesCommand.Approve(by, flow.sha256(), ApprovalStep.CHECKER.number(), open.people)
                : first
                        ? new FourEyesCommand.Decline(by, reason, open.people)
                        : new FourEyesCommand.Reject(by, reason, open.people);
        AuditAction action = answer == Answer.REJECT
                ? AuditAction.FLOW_REJECTED
                : first ? AuditAction.FLOW_PROPOSED : AuditAction.FLOW_APPROVED;
        switch (fourEyes.decide(fourEyes.replay(past), command)) {
            case Decision.Accepted<FourEyesEvent>(List<FourEyesEvent> decided) ->
                audit.append(
                        clock.instant(),
                        PersonName.shown(by),
                        action,
                        subject(flow.id()),
                        reason,
                        open.id.rehearsal(),
                        new Append<>(FlowLog.approval(open.id, flow.id()), past.size(), decided));
            case Decision.Denied<FourEyesEvent>(var refusal) -> {
                audit.append(
                        clock.instant(),
                        PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                        AuditAction.DECISION_DENIED,
                        subject(flow.id()),
                        refusal.message(),
                        open.id.rehearsal());
                throw Problem.refused(refusal.message());
            }
        }
    }

    private static void withdraw(Open open, FlowRecord flow, String by, String reason) {
        String person = PersonName.of(by);
        open.tell(
                new FlowEvent.Withdrawn(flow.id(), person, reason),
                person,
                AuditAction.FLOW_REJECTED,
                reason,
                flow.id());
    }

    /** Books every part that is due by a day, in the order of their days. */
    private void settle(Open open, LocalDate until) {
        record Due(FlowRecord record, Flow flow, FlowPart part) {}
        List<Due> due = new ArrayList<>();
        FlowBook book = open.book();
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
            open.append(next.flow().entries(next.part(), open.book()), next.record());
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
        FlowBook book = open.book();
        return log.agreed(open.id, open.past).stream()
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
                return !part.due().isAfter(open.stands)
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
