package dev.vesper.desk.books;

import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.Times;
import dev.vesper.books.BookId;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.books.reconcile.Break;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.books.reconcile.ReconcileCommand;
import dev.vesper.books.reconcile.ReconcileEvent;
import dev.vesper.books.reconcile.ReconcileState;
import dev.vesper.books.reconcile.Reconciliation;
import dev.vesper.books.reconcile.StandingBreak;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares custodians' statements with the books, and takes people's decisions on what differs. The books change by an
 * adjusting entry alone, which is a flow as every other: above the firm's amount, and where units move, another person must
 * agree.
 */
public final class ReconcileBooks {
    /** Who looks after what nobody brought by name. */
    private static final String OPERATIONS = "operations";

    private final Books books;
    private final BreakLog log;
    private final AuditLog audit;
    private final FirmReader firms;
    private final StatementShelf shelf;
    private final Supplier<BookFlows> flows;
    private final Times times;
    private final StatementWatch watch;
    private final StatementComparison comparison;
    private final Reconciliation reconciliation = new Reconciliation();

    /**
     * Takes the stores and what else it needs.
     *
     * @param flows asked for with the first figure that is accepted
     */
    public ReconcileBooks(
            Books books,
            EventLog events,
            AuditLog audit,
            FirmReader firms,
            StatementShelf shelf,
            Supplier<BookFlows> flows,
            Times times) {
        this.books = books;
        this.log = new BreakLog(events);
        this.audit = audit;
        this.firms = firms;
        this.shelf = shelf;
        this.flows = flows;
        this.times = times;
        this.watch = new StatementWatch(books, events);
        this.comparison = new StatementComparison(books);
    }

    /**
     * Compares a statement with the books as of its day, and records what differs, which decides nothing. The same statement again changes nothing
     * but the day of the newest one.
     *
     * @param name of a kept statement; empty for the firm's own files as they are now, which are kept then
     * @param said the day at whose close it was true; null where firm.yaml says it (books_as_of)
     * @param by who brought it, and looks after what is new; empty where nobody is named
     * @throws Problem of kind INPUT for a day that is none, or files that cannot be read, REFUSED for one of a day before the
     *     last, or of another book
     */
    public ReconcileResult reconcile(BookId book, String name, @Nullable LocalDate said, String by) {
        Firm firm = firm(book);
        LocalDate asOf = day(firm, said);
        String kept = name.isEmpty() ? shelf.keep(firm.folder()) : name;
        Statement statement = shelf.read(kept);
        List<Break> breaks = comparison.differences(book, firm, statement, asOf);
        List<ReconcileEvent> past = log.past(book);
        List<ReconcileEvent> events = decided(
                log.state(past),
                new ReconcileCommand.Reconcile(kept, asOf, statement.sums(), breaks, by.isEmpty() ? OPERATIONS : by));
        ReconcileState after = log.state(joined(past, events));
        List<BreakRecord> records = log.records(book, after);
        ReconcileResult result = new ReconcileResult(
                kept,
                asOf,
                statement.accounts().size(),
                statement.lots().size(),
                count(records, BreakState.OPEN),
                count(records, BreakState.EXPLAINED),
                count(records, BreakState.KEPT) + count(records, BreakState.ACCEPTED),
                (int) events.stream()
                        .filter(ReconcileEvent.Found.class::isInstance)
                        .count(),
                (int) events.stream()
                        .filter(ReconcileEvent.Cleared.class::isInstance)
                        .count());
        audit.append(
                times.now(),
                by.isEmpty() ? "vesper" : by,
                AuditAction.STATEMENT_RECONCILED,
                "statement/" + kept,
                "as of " + asOf + ": " + Counted.of(breaks.size(), "break") + ", " + result.open() + " open",
                book.rehearsal(),
                new Append<>(BreakLog.stream(book), past.size(), events));
        return result;
    }

    private static int count(List<BreakRecord> records, BreakState state) {
        return (int) records.stream().filter(known -> known.state() == state).count();
    }

    private static List<ReconcileEvent> joined(List<ReconcileEvent> past, List<ReconcileEvent> events) {
        List<ReconcileEvent> all = new ArrayList<>(past);
        all.addAll(events);
        return all;
    }

    /** See {@link StatementWatch#changed}; empty where there is nothing to say. */
    public String changedFiles(BookId book) {
        return watch.changed(firms.read(Path.of(book.firm())), book.rehearsal()).orElse("");
    }

    /** Every break of a book that stands or stood, oldest first. */
    public List<BreakRecord> breaks(BookId book) {
        mustBeOpened(book);
        return log.records(book, log.state(log.past(book)));
    }

    /**
     * The books are right; the break stays until a statement no longer shows it.
     *
     * @param reason must be said, for example that the custodian will correct it
     * @throws Problem of kind REFUSED where it is denied
     */
    public BreakRecord keep(BookId book, String id, String by, String reason) {
        Firm firm = firm(book);
        String person = PersonName.of(by);
        mustKnow(book, id, by, people(book, firm).stranger(by));
        List<ReconcileEvent> past = log.past(book);
        List<ReconcileEvent> events = reopened(book, past, id);
        events.addAll(decided(log.state(joined(past, events)), new ReconcileCommand.Keep(id, person, reason)));
        tell(book, id, past, events, person, AuditAction.BREAK_KEPT, reason);
        return one(book, id);
    }

    /**
     * The custodian is right: an adjusting entry is asked for in the person's name, from the statement's day or the first
     * open one after it.
     *
     * @param reason must be said
     * @throws Problem of kind REFUSED where it is denied, no entry mends it, or the books have changed since
     */
    public BreakRecord accept(BookId book, String id, String by, String reason) {
        Firm firm = firm(book);
        String person = PersonName.of(by);
        mustKnow(book, id, by, people(book, firm).outside(by, People.MAKERS));
        List<ReconcileEvent> past = log.past(book);
        List<ReconcileEvent> events = reopened(book, past, id);
        ReconcileState state = log.state(joined(past, events));
        String flow =
                "break-" + id + "-" + (state.find(id).map(StandingBreak::flows).orElse(0) + 1);
        events.addAll(decided(state, new ReconcileCommand.Accept(id, person, reason, flow)));
        ReconcileEvent.Reconciled last = state.last().orElseThrow();
        Break what = state.find(id).orElseThrow().what();
        mustStillDiffer(book, firm, last, id, what);
        Map<String, String> words = what.adjustment();
        words.put(FlowWords.ID, flow);
        words.put(FlowWords.DATE, comparison.firstOpen(book, last.asOf()).toString());
        words.put(FlowWords.MEMO, id + " of the statement of " + last.asOf());
        flows.get()
                .record(
                        book,
                        new FlowWords(
                                words,
                                (column, message) -> Problem.refused(
                                        "Expected an entry that mends " + id + ", but its " + column + ": " + message)),
                        person);
        tell(book, id, past, events, person, AuditAction.BREAK_ACCEPTED, reason);
        return one(book, id);
    }

    /** Another entry since may have mended it: the same figure must not be booked twice. */
    private void mustStillDiffer(BookId book, Firm firm, ReconcileEvent.Reconciled last, String id, Break what) {
        boolean same = comparison
                .differences(book, firm, shelf.read(last.statement()), last.asOf())
                .contains(what);
        if (!same) {
            throw Problem.refused("Expected the figures on which " + id
                    + " was found, but the books have others by now;" + " ./vesper books reconcile compares anew");
        }
    }

    /**
     * Somebody looks after a break from now on.
     *
     * @throws Problem of kind INPUT for a name that is none, REFUSED where it is denied
     */
    public BreakRecord own(BookId book, String id, String owner, String by) {
        Firm firm = firm(book);
        String person = PersonName.of(by);
        mustKnow(book, id, by, people(book, firm).stranger(by));
        List<ReconcileEvent> past = log.past(book);
        List<ReconcileEvent> events =
                decided(log.state(past), new ReconcileCommand.Own(id, PersonName.of(owner), person));
        tell(book, id, past, events, person, AuditAction.BREAK_OWNED, "owner " + PersonName.of(owner));
        return one(book, id);
    }

    private BreakRecord one(BookId book, String id) {
        return breaks(book).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void tell(
            BookId book,
            String id,
            List<ReconcileEvent> past,
            List<ReconcileEvent> events,
            String by,
            AuditAction action,
            String detail) {
        audit.append(
                times.now(),
                by,
                action,
                BreakLog.subject(id),
                detail,
                book.rehearsal(),
                new Append<>(BreakLog.stream(book), past.size(), events),
                new Change(words(log.state(past), id), words(log.state(joined(past, events)), id)));
    }

    private static String words(ReconcileState state, String id) {
        return state.find(id)
                .map(known -> known.state().name().toLowerCase(Locale.ROOT)
                        + (known.owner().isEmpty() ? "" : ", owner " + known.owner()))
                .orElse("");
    }

    /** Where the adjusting entry was rejected, the break is open again. */
    private List<ReconcileEvent> reopened(BookId book, List<ReconcileEvent> past, String id) {
        ReconcileState state = log.state(past);
        return state.find(id)
                .filter(known -> known.state() == BreakState.ACCEPTED
                        && log.rejected(book, state).contains(known.flow()))
                .map(known -> decided(state, new ReconcileCommand.Reopen(id, known.flow())))
                .map(ArrayList::new)
                .orElseGet(ArrayList::new);
    }

    private List<ReconcileEvent> decided(ReconcileState state, ReconcileCommand command) {
        return switch (reconciliation.decide(state, command)) {
            case Decision.Accepted<ReconcileEvent>(List<ReconcileEvent> events) -> events;
            case Decision.Denied<ReconcileEvent>(var refusal) -> throw Problem.refused(refusal.message());
        };
    }

    private void mustKnow(BookId book, String id, String by, Optional<Refusal> against) {
        against.ifPresent(refusal -> {
            audit.append(
                    times.now(),
                    PersonName.of(by),
                    AuditAction.DECISION_DENIED,
                    BreakLog.subject(id),
                    refusal.message(),
                    book.rehearsal());
            throw Problem.refused(refusal.message());
        });
    }

    private static People people(BookId book, Firm firm) {
        return book.rehearsal() ? People.UNKNOWN : firm.settings().people();
    }

    private void mustBeOpened(BookId book) {
        if (books.newest(book) == 0) {
            throw Problem.usage("Expected the books of a firm that " + (book.rehearsal() ? "rehearsed" : "traded")
                    + ", but \"" + book.firm() + "\" has none; ./vesper eod opens them");
        }
    }

    private Firm firm(BookId book) {
        mustBeOpened(book);
        Firm firm = firms.read(Path.of(book.firm()));
        if (firm.settings().books() instanceof BookKeeping.Files) {
            throw Problem.refused(
                    "Expected books that Vesper keeps, but firm.yaml says \"books: files\": there the files"
                            + " are the record");
        }
        return firm;
    }

    private LocalDate day(Firm firm, @Nullable LocalDate said) {
        LocalDate stated = firm.settings().books() instanceof BookKeeping.Vesper kept ? kept.statedAsOf() : null;
        LocalDate day = said == null ? stated : said;
        if (day == null) {
            throw Problem.usage(
                    "Expected the day at whose close the statement was true, but nothing says it; say --as-of"
                            + " YYYY-MM-DD, or books_as_of in firm.yaml");
        }
        if (day.isAfter(times.today())) {
            throw Problem.usage(
                    "Expected a statement of today, " + times.today() + ", or earlier, but got one as of " + day);
        }
        return day;
    }
}
