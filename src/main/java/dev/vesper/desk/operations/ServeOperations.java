package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Visible;
import dev.vesper.books.LotBalance;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Asker;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookFlows;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.ReadBooks;
import dev.vesper.desk.books.ReconcileBooks;
import dev.vesper.desk.books.ReconcileResult;
import dev.vesper.desk.books.WashFlag;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.report.StoredReports;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.ResumeRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.ScheduledDays;
import dev.vesper.orders.ParentOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of Vesper. Every way in gets its operations here, for its caller: who may is decided here alone. */
public final class ServeOperations implements OperationsFor {
    private static final int MOST_OCCASIONS = 100;
    private static final int MOST_DAYS = 400;

    private final RunStore runs;
    private final RunStates states;
    private final List<Questions> questions;
    private final RebalanceStore decisions;
    private final AuditLog audit;
    private final StoredReports reports;
    private final AbandonRun abandon;
    private final Incidents incidents;
    private final Supplier<ResumeRun> resume;
    private final ReadBooks books;
    private final Supplier<BookFlows> flows;
    private final Supplier<ReconcileBooks> reconcile;
    private final Supplier<ScheduledDays> schedule;
    private final Supplier<Access> access;
    private final Optional<String> worker;

    /**
     * Takes the stores and the use cases that change them.
     *
     * @param states where runs stand
     * @param questions what people are asked, by each part of the business
     * @param resume asked for with the first run that is to go on, and only where there is a worker
     * @param flows asked for with the first question about flows
     * @param reconcile asked for with the first question about breaks
     * @param schedule of the firm that is served; throws a {@link Problem} of kind UNAVAILABLE where none is
     * @param access asked for with the first question about users, or answer of somebody named
     * @param worker who may be working on open runs, as said to people; empty where nobody is
     */
    public ServeOperations(
            RunStore runs,
            RunStates states,
            List<Questions> questions,
            RebalanceStore decisions,
            AuditLog audit,
            StoredReports reports,
            AbandonRun abandon,
            Incidents incidents,
            Supplier<ResumeRun> resume,
            ReadBooks books,
            Supplier<BookFlows> flows,
            Supplier<ReconcileBooks> reconcile,
            Supplier<ScheduledDays> schedule,
            Supplier<Access> access,
            Optional<String> worker) {
        this.runs = runs;
        this.states = states;
        this.questions = List.copyOf(questions);
        this.decisions = decisions;
        this.audit = audit;
        this.reports = reports;
        this.abandon = abandon;
        this.incidents = incidents;
        this.resume = resume;
        this.books = books;
        this.flows = flows;
        this.reconcile = reconcile;
        this.schedule = schedule;
        this.access = access;
        this.worker = worker;
    }

    @Override
    public Operations as(Caller caller) {
        return new For(caller);
    }

    @Override
    public Optional<Caller> bearer(Secret token, String from) {
        return access.get()
                .tokens()
                .verify(token, from)
                .map(user -> new SignedIn(user.name(), user.roles(), user.scope()));
    }

    /** Each topic asks for what its caller may; who may see nothing gets none. */
    private final class For implements Operations {
        private final Caller caller;

        For(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Runs runs() {
            require(caller, Permission.SEE, "see runs");
            return new RunTopic(caller);
        }

        @Override
        public Tasks tasks() {
            require(caller, Permission.SEE, "see tasks");
            return new TaskTopic(caller);
        }

        @Override
        public Audit audit() {
            require(caller, Permission.SEE_AUDIT, "see the audit");
            return new AuditTopic();
        }

        @Override
        public BooksOfRecord books() {
            require(caller, Permission.SEE, "see the books");
            return new BooksTopic(caller);
        }

        @Override
        public Schedule schedule() {
            require(caller, Permission.SEE, "see the schedule");
            return new ScheduleTopic(caller);
        }

        @Override
        public Users users() {
            require(caller, Permission.MANAGE_USERS, "manage users");
            return new UserTopic(access.get().users(), caller.person().orElse(Asker.OWNER));
        }

        @Override
        public Me me() {
            return new MeTopic(caller, access);
        }

        @Override
        public Entry entry() {
            return new EntryTopic(access);
        }
    }

    /**
     * The name of a caller who may do something, for the record. Where there are users, a name that nobody proved may do it in
     * a rehearsal alone.
     */
    private String named(Caller caller, Permission permission, String what, BooleanSupplier rehearsal) {
        String name = caller.person()
                .orElseThrow(() -> Problem.refused(
                        "Expected a named person to " + what + ", but nobody is named; say who you are"));
        require(caller, permission, what);
        if (caller instanceof Person && access.get().users().any() && !rehearsal.getAsBoolean()) {
            throw Problem.refused("Expected somebody who has signed in to " + what + ", but \"" + name
                    + "\" is a name alone, which counts in rehearsals only; ./vesper login " + name);
        }
        return name;
    }

    /** Of an unknown run, false: that it is unknown is said by whoever looks for it. */
    private BooleanSupplier rehearsal(RunId run) {
        return () -> runs.find(run).map(RunRecord::rehearsal).orElse(false);
    }

    private static void require(Caller caller, Permission permission, String what) {
        if (!caller.may(permission)) {
            throw Problem.refused("Expected somebody who may " + permission.words() + " to " + what + ", but "
                    + caller.person().orElse("whoever asks") + " may not");
        }
    }

    private final class RunTopic implements Runs {
        private final Caller caller;

        RunTopic(Caller caller) {
            this.caller = caller;
        }

        @Override
        public List<RunRecord> newest(int most) {
            return runs.recent(positive(most));
        }

        @Override
        public RunStages show(RunId run) {
            return new RunStages(known(run), runs.stages(run), incidents.open(run));
        }

        @Override
        public RunState state(RunId run) {
            return states.of(known(run));
        }

        @Override
        public List<RunState> today() {
            return states.today();
        }

        @Override
        public List<RunProcess> processes(RunId run) {
            return states.processes(known(run).id());
        }

        @Override
        public MadeWith madeWith(RunId run) {
            return states.madeWith(known(run).id());
        }

        @Override
        public List<Question> questions(RunId run) {
            known(run);
            return questions.stream().flatMap(part -> part.ofRun(run).stream()).toList();
        }

        @Override
        public List<String> reportFiles(RunId run) {
            return reports.files(known(run).id());
        }

        @Override
        public ReportFile reportFile(RunId run, String file) {
            return ReportFile.of(file, reports.read(known(run).id(), file));
        }

        @Override
        public List<ProposedOrder> proposedOrders(RunId run, int from, int most) {
            List<ParentOrder> orders = decisions.orders(known(run).id()).orElse(List.of());
            return orders.stream()
                    .sorted(DecisionSummary.LARGEST_FIRST)
                    .skip(notNegative(from))
                    .limit(positive(most))
                    .map(ProposedOrder::of)
                    .toList();
        }

        @Override
        public List<ProposedHolding> proposedHoldings(RunId run, int from, int most) {
            return decisions.withoutPasses(known(run).id()).map(ProposedHolding::of).orElse(List.of()).stream()
                    .skip(notNegative(from))
                    .limit(positive(most))
                    .toList();
        }

        @Override
        public List<ProposedVerdict> proposedVerdicts(RunId run, int from, int most) {
            return ProposedVerdict.of(decisions, known(run).id(), notNegative(from), positive(most));
        }

        @Override
        public RunRecord abandon(RunId run) {
            String by = named(caller, Permission.WORK_RUNS, "close run " + run, rehearsal(run));
            worker.ifPresent(held -> {
                throw Problem.unavailable("Expected nothing to work on run " + run
                        + " while it is closed, but the state folder is held by " + held + "; stop it first");
            });
            abandon.abandon(run, by);
            return known(run);
        }

        @Override
        public RunRecord resume(RunId run) {
            String by = named(caller, Permission.WORK_RUNS, "let run " + run + " go on", rehearsal(run));
            if (worker.isEmpty()) {
                throw Problem.unavailable("Expected a running Vesper to go on with run " + run
                        + ", but none runs; ./vesper eod --resume --run " + run + " goes on with it");
            }
            resume.get().resume(run, by);
            return known(run);
        }

        private RunRecord known(RunId run) {
            return runs.find(run)
                    .orElseThrow(() ->
                            Problem.usage("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
        }
    }

    private final class TaskTopic implements Tasks {
        private final Caller caller;

        TaskTopic(Caller caller) {
            this.caller = caller;
        }

        @Override
        public List<Question> newest(int most) {
            positive(most);
            return questions.stream()
                    .flatMap(part -> part.newest(most).stream())
                    .sorted(Questions.OPEN_FIRST)
                    .limit(most)
                    .toList();
        }

        @Override
        public Question show(String task) {
            return questions.stream()
                    .flatMap(part -> part.find(task).stream())
                    .findFirst()
                    .orElseThrow(() -> TaskId.unknown(task));
        }

        @Override
        public Question answer(String task, Answer answer, String reason) {
            String by = named(caller, Permission.ANSWER_TASKS, "answer " + task, () -> rehearsed(task));
            for (Questions part : questions) {
                Optional<Question> asked = part.find(task);
                if (asked.isPresent()) {
                    return part.answer(asked.get(), answer, by, line(reason));
                }
            }
            throw TaskId.unknown(task);
        }

        private boolean rehearsed(String task) {
            for (Questions part : questions) {
                Optional<Question> asked = part.find(task);
                if (asked.isPresent()) {
                    RunId run = asked.get().run();
                    return run == null
                            ? part.rehearsal(asked.get())
                            : rehearsal(run).getAsBoolean();
                }
            }
            throw TaskId.unknown(task);
        }
    }

    private final class AuditTopic implements Audit {
        @Override
        public List<AuditLog.Row> rows() {
            return audit.rows();
        }

        @Override
        public List<AuditLog.Row> ofRun(RunId run) {
            return audit.rows(run);
        }

        @Override
        public List<AuditLog.Fault> verify() {
            return audit.verify();
        }
    }

    private final class BooksTopic implements BooksOfRecord {
        private final Caller caller;

        BooksTopic(Caller caller) {
            this.caller = caller;
        }

        @Override
        public List<BookSummary> all() {
            return books.all();
        }

        @Override
        public List<AccountBalance> accounts(BookQuery query, String after, int most) {
            return books.accounts(query, after, positive(most));
        }

        @Override
        public List<LotBalance> lots(BookQuery query, String after, int most) {
            return books.lots(query, after, positive(most));
        }

        @Override
        public List<LedgerLine> lines(BookQuery query, long entry, int line, int most) {
            return books.lines(query, entry, line, positive(most));
        }

        @Override
        public List<WashFlag> flags(BookQuery query, String after, int most) {
            return books.flags(query, after, positive(most));
        }

        @Override
        public BookCheck verify(BookQuery query) {
            return books.verify(query);
        }

        @Override
        public List<FlowRecord> flows(BookName book, String after, int most) {
            return ReadBooks.page(flows.get().all(book.book()), FlowRecord::id, after, positive(most));
        }

        @Override
        public FlowRecord post(BookName book, Map<String, String> words) {
            String by = named(caller, Permission.POST_TO_BOOKS, "post to the books", book::rehearsal);
            return flows.get()
                    .record(
                            book.book(),
                            new FlowWords(words, (column, message) -> Problem.usage(column + ": " + message)),
                            by);
        }

        @Override
        public FlowRecord cancel(BookName book, String flow, String reason) {
            return flows.get()
                    .cancel(
                            book.book(),
                            flow,
                            named(caller, Permission.POST_TO_BOOKS, "take back " + flow, book::rehearsal),
                            line(reason));
        }

        @Override
        public ReconcileResult reconcile(BookName book, String statement, @Nullable LocalDate asOf) {
            if (caller.person().isPresent()) { // a comparison decides nothing: whoever sees the book may ask for one
                named(caller, Permission.RECONCILE, "compare a statement", book::rehearsal);
            }
            return reconcile
                    .get()
                    .reconcile(book.book(), statement, asOf, caller.person().orElse(""));
        }

        @Override
        public List<BreakRecord> breaks(BookName book, String after, int most) {
            return ReadBooks.page(reconcile.get().breaks(book.book()), BreakRecord::id, after, positive(most));
        }

        @Override
        public BreakRecord own(BookName book, String id, String owner) {
            return reconcile
                    .get()
                    .own(
                            book.book(),
                            id,
                            owner,
                            named(caller, Permission.RECONCILE, "say who looks after " + id, book::rehearsal));
        }

        @Override
        public String changedFiles(BookName book) {
            return reconcile.get().changedFiles(book.book());
        }
    }

    private final class ScheduleTopic implements Schedule {
        private final Caller caller;

        ScheduleTopic(Caller caller) {
            this.caller = caller;
        }

        @Override
        public KeptSchedule show(int next, int last) {
            return schedule.get().show(upTo("next", next, MOST_OCCASIONS), upTo("last", last, MOST_OCCASIONS));
        }

        @Override
        public List<CalendarDay> calendar(LocalDate from, int days) {
            return schedule.get().calendar(within(from), upTo("days", days, MOST_DAYS));
        }

        @Override
        public RunRecord run(@Nullable LocalDate date) {
            String by = named(caller, Permission.WORK_RUNS, "open a day", () -> false);
            return schedule.get().run(date, by);
        }

        @Override
        public RunRecord rehearse(@Nullable LocalDate date, boolean again) {
            String by = named(caller, Permission.WORK_RUNS, "rehearse a day", () -> true);
            return schedule.get().rehearse(date, again, by);
        }

        @Override
        public Occasion skip(String occasion, String reason) {
            String by = named(caller, Permission.WORK_RUNS, "skip an occasion of the schedule", () -> false);
            return schedule.get().skip(occasion, line(reason), by);
        }

        @Override
        public Occasion unskip(String occasion) {
            String by = named(caller, Permission.WORK_RUNS, "let a skipped occasion open a day", () -> false);
            return schedule.get().unskip(occasion, by);
        }
    }

    /** What a person gives as a reason is kept as one line: a second one could pass for a line of the audit. */
    private static String line(String reason) {
        return Visible.line(reason.strip());
    }

    private static int notNegative(int from) {
        if (from < 0 || from > 100_000_000) {
            throw Problem.usage("Expected from between 0 and 100000000, but got " + from);
        }
        return from;
    }

    /** The calendars of exchanges are made for our time. */
    private static LocalDate within(LocalDate from) {
        if (from.getYear() < 1970 || from.getYear() > 2200) {
            throw Problem.usage("Expected from between the years 1970 and 2200, but got " + from);
        }
        return from;
    }

    private static int upTo(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.usage("Expected " + name + " between 1 and " + most + ", but got " + value);
        }
        return value;
    }

    private static int positive(int most) {
        if (most < 1 || most > 10_000) {
            throw Problem.usage("Expected most between 1 and 10000, but got " + most);
        }
        return most;
    }
}
