package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.AuditResources;
import dev.vesper.adapters.api.BookResources;
import dev.vesper.adapters.api.EntryResources;
import dev.vesper.adapters.api.KillResources;
import dev.vesper.adapters.api.MeResources;
import dev.vesper.adapters.api.OrderResources;
import dev.vesper.adapters.api.RepairResources;
import dev.vesper.adapters.api.RunResources;
import dev.vesper.adapters.api.ScheduleResources;
import dev.vesper.adapters.api.TaskResources;
import dev.vesper.adapters.api.UserResources;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.books.LotBalance;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.ReconcileResult;
import dev.vesper.desk.books.WashFlag;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.diagram.MadeWith;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.RunState;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.operations.Audit;
import dev.vesper.desk.operations.BooksOfRecord;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.Entry;
import dev.vesper.desk.operations.Inbox;
import dev.vesper.desk.operations.Kills;
import dev.vesper.desk.operations.Me;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Orders;
import dev.vesper.desk.operations.ProposedHolding;
import dev.vesper.desk.operations.ProposedOrder;
import dev.vesper.desk.operations.ProposedVerdict;
import dev.vesper.desk.operations.Repair;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.operations.Runs;
import dev.vesper.desk.operations.Schedule;
import dev.vesper.desk.operations.Tasks;
import dev.vesper.desk.operations.Users;
import dev.vesper.desk.operations.WhoAmI;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.execution.killswitch.KillKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of a Vesper that runs elsewhere: each method sends its resource. */
public record OperationsClient(
        Runs runs,
        Orders orders,
        Repair repair,
        Tasks tasks,
        Inbox inbox,
        Audit audit,
        BooksOfRecord books,
        Schedule schedule,
        Kills kills,
        Users users,
        Me me,
        Entry entry)
        implements Operations {
    public static OperationsClient over(Transport http) {
        return new OperationsClient(
                new RunsClient(http),
                new OrdersClient(http),
                new RepairClient(http),
                new TasksClient(http),
                new InboxClient(http),
                new AuditClient(http),
                new BooksClient(http),
                new ScheduleClient(http),
                new KillsClient(http),
                new UsersClient(http),
                new MeClient(http),
                new EntryClient(http));
    }

    private record KillsClient(Transport http) implements Kills {
        @Override
        public List<KillRecord> all() {
            return http.send(KillResources.ALL_SWITCHES, new KillResources.All());
        }

        @Override
        public List<KillRecord> on() {
            return http.send(KillResources.ON, new KillResources.All());
        }

        @Override
        public KillRecord press(KillKind kind, String name, String reason) {
            return http.send(KillResources.PRESS, new KillResources.Press(kind, name, reason));
        }

        @Override
        public KillRecord release(String id, String reason) {
            return http.send(KillResources.RELEASE, new KillResources.Release(id, reason));
        }

        @Override
        public RunRecord giveUpRest(RunId run, String reason) {
            return http.send(KillResources.GIVE_UP, new KillResources.GiveUp(run, reason));
        }
    }

    private record UsersClient(Transport http) implements Users {
        @Override
        public List<User> list() {
            return http.send(UserResources.LIST, new UserResources.All());
        }

        @Override
        public OneTimePassword add(String name, Set<Role> roles) {
            return http.send(UserResources.ADD, new UserResources.New(name, roles));
        }

        @Override
        public User roles(String name, Set<Role> roles) {
            return http.send(UserResources.ROLES, new UserResources.As(name, roles));
        }

        @Override
        public User letOut(String name) {
            return http.send(UserResources.LET_OUT, new UserResources.Which(name));
        }

        @Override
        public User letIn(String name) {
            return http.send(UserResources.LET_IN, new UserResources.Which(name));
        }

        @Override
        public User link(String name, String subject) {
            return http.send(UserResources.LINK, new UserResources.Identity(name, subject));
        }

        @Override
        public User unlink(String name) {
            return http.send(UserResources.UNLINK, new UserResources.Which(name));
        }

        @Override
        public OneTimePassword resetPassword(String name) {
            return http.send(UserResources.RESET_PASSWORD, new UserResources.Which(name));
        }
    }

    private record MeClient(Transport http) implements Me {
        @Override
        public WhoAmI who() {
            return http.send(MeResources.WHO, new MeResources.Nothing());
        }

        @Override
        public WhoAmI changePassword(Secret old, Secret next) {
            return http.send(MeResources.CHANGE_PASSWORD, new MeResources.Password(old, next));
        }

        @Override
        public List<PersonalToken> tokens() {
            return http.send(MeResources.TOKENS, new MeResources.Nothing());
        }

        @Override
        public IssuedToken issueToken(String label, Set<Permission> scope, int days) {
            return http.send(MeResources.ISSUE_TOKEN, new MeResources.NewToken(label, scope, days));
        }

        @Override
        public PersonalToken revokeToken(String id) {
            return http.send(MeResources.REVOKE_TOKEN, new MeResources.Which(id));
        }
    }

    private record EntryClient(Transport http) implements Entry {
        @Override
        public Asked asked() {
            return http.send(EntryResources.ASKED, new EntryResources.Nothing());
        }

        @Override
        public Entered signIn(String name, Secret password) {
            return http.send(EntryResources.SIGN_IN, new EntryResources.Known(name, password));
        }

        @Override
        public User changePassword(String name, Secret old, Secret next) {
            return http.send(EntryResources.CHANGE_PASSWORD, new EntryResources.Change(name, old, next));
        }
    }

    private record RunsClient(Transport http) implements Runs {
        @Override
        public List<RunRecord> newest(String after, int most) {
            return http.send(RunResources.NEWEST, new RunResources.Newest(after, most));
        }

        @Override
        public RunStages show(RunId run) {
            return http.send(RunResources.SHOW, new RunResources.Which(run));
        }

        @Override
        public RunState state(RunId run) {
            return http.send(RunResources.STATE, new RunResources.Which(run));
        }

        @Override
        public List<RunState> today() {
            return http.send(RunResources.TODAY, new RunResources.All());
        }

        @Override
        public List<RunProcess> processes(RunId run) {
            return http.send(RunResources.PROCESSES, new RunResources.Which(run));
        }

        @Override
        public MadeWith madeWith(RunId run) {
            return http.send(RunResources.MADE_WITH, new RunResources.Which(run));
        }

        @Override
        public List<Question> questions(RunId run) {
            return http.send(RunResources.QUESTIONS, new RunResources.Which(run));
        }

        @Override
        public List<String> reportFiles(RunId run) {
            return http.send(RunResources.REPORT_FILES, new RunResources.Which(run));
        }

        @Override
        public ReportFile reportFile(RunId run, String file) {
            return http.send(RunResources.REPORT_FILE, new RunResources.File(run, file));
        }

        @Override
        public List<ProposedOrder> proposedOrders(RunId run, int from, int most) {
            return http.send(RunResources.PROPOSED_ORDERS, new RunResources.Part(run, from, most));
        }

        @Override
        public List<ProposedHolding> proposedHoldings(RunId run, int from, int most) {
            return http.send(RunResources.PROPOSED_HOLDINGS, new RunResources.Part(run, from, most));
        }

        @Override
        public List<ProposedVerdict> proposedVerdicts(RunId run, int from, int most) {
            return http.send(RunResources.PROPOSED_VERDICTS, new RunResources.Part(run, from, most));
        }
    }

    private record OrdersClient(Transport http) implements Orders {
        @Override
        public OrderTotals totals(RunId run) {
            return http.send(OrderResources.TOTALS, new OrderResources.OfRun(run));
        }

        @Override
        public List<OrderLine> list(RunId run, int from, int most) {
            return http.send(OrderResources.LIST, new OrderResources.Part(run, from, most));
        }

        @Override
        public OrderLine show(RunId run, String order) {
            return http.send(OrderResources.SHOW, new OrderResources.Which(run, order));
        }

        @Override
        public List<ChildLine> children(RunId run, String order, int from, int most) {
            return http.send(OrderResources.CHILDREN, new OrderResources.Children(run, order, from, most));
        }
    }

    private record RepairClient(Transport http) implements Repair {
        @Override
        public List<Standstill> incidents() {
            return http.send(RepairResources.INCIDENTS, new RepairResources.All());
        }

        @Override
        public Standstill incident(RunId run) {
            return http.send(RepairResources.INCIDENT, new RepairResources.Which(run));
        }

        @Override
        public Standstill retry(RunId run, String reason) {
            return http.send(RepairResources.RETRY, new RepairResources.Because(run, reason));
        }

        @Override
        public List<SetAsideRow> setAside(RunId run, int from, int most) {
            return http.send(RepairResources.SET_ASIDE, new RepairResources.Part(run, from, most));
        }

        @Override
        public ReportFile bundle() {
            return http.send(RepairResources.BUNDLE, new RepairResources.All());
        }

        @Override
        public RunRecord close(RunId run, String reason) {
            return http.send(RepairResources.CLOSE, new RepairResources.Because(run, reason));
        }
    }

    private record TasksClient(Transport http) implements Tasks {
        @Override
        public List<Question> newest(String after, int most) {
            return http.send(TaskResources.NEWEST, new TaskResources.Newest(after, most));
        }

        @Override
        public Question show(String task) {
            TaskPath path = TaskPath.of(task);
            return http.send(TaskResources.SHOW, new TaskResources.Which(path.subject(), path.task()));
        }

        @Override
        public Question answer(String task, Answer answer, String reason, String shown) {
            TaskPath path = TaskPath.of(task);
            return http.send(
                    TaskResources.ANSWER,
                    new TaskResources.AnswerTo(path.subject(), path.task(), answer, reason, shown));
        }
    }

    private record ScheduleClient(Transport http) implements Schedule {
        @Override
        public KeptSchedule show(int next, int last) {
            return http.send(ScheduleResources.SHOW, new ScheduleResources.Part(next, last));
        }

        @Override
        public List<CalendarDay> calendar(LocalDate from, int days) {
            return http.send(ScheduleResources.CALENDAR, new ScheduleResources.Days(from, days));
        }

        @Override
        public RunRecord run(@Nullable LocalDate date) {
            return http.send(ScheduleResources.RUN, new ScheduleResources.Day(date));
        }

        @Override
        public RunRecord rehearse(@Nullable LocalDate date, boolean again) {
            return http.send(ScheduleResources.REHEARSE, new ScheduleResources.Rehearsal(date, again));
        }

        @Override
        public Occasion skip(String occasion, String reason) {
            return http.send(ScheduleResources.SKIP, new ScheduleResources.Skip(occasion, reason));
        }

        @Override
        public Occasion unskip(String occasion) {
            return http.send(ScheduleResources.UNSKIP, new ScheduleResources.Which(occasion));
        }
    }

    private record AuditClient(Transport http) implements Audit {
        @Override
        public List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, int most) {
            return http.send(AuditResources.ROWS, AuditResources.Search.of(query, order, after, most));
        }

        @Override
        public List<AuditLog.Row> ofRun(RunId run) {
            return http.send(AuditResources.OF_RUN, new AuditResources.Which(run));
        }

        @Override
        public List<AuditLog.Fault> verify() {
            return http.send(AuditResources.VERIFY, new AuditResources.All());
        }
    }

    private record BooksClient(Transport http) implements BooksOfRecord {
        @Override
        public List<BookSummary> all() {
            return http.send(BookResources.ALL_BOOKS, new BookResources.All());
        }

        @Override
        public List<AccountBalance> accounts(BookQuery q, String after, int most) {
            return http.send(
                    BookResources.ACCOUNTS,
                    new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
        }

        @Override
        public List<LotBalance> lots(BookQuery q, String after, int most) {
            return http.send(
                    BookResources.LOTS,
                    new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
        }

        @Override
        public List<LedgerLine> lines(BookQuery q, long entry, int line, int most) {
            return http.send(
                    BookResources.LINES,
                    new BookResources.AfterLine(
                            q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), entry, line, most));
        }

        @Override
        public List<WashFlag> flags(BookQuery q, String after, int most) {
            return http.send(
                    BookResources.FLAGS,
                    new BookResources.After(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo(), after, most));
        }

        @Override
        public BookCheck verify(BookQuery q) {
            return http.send(
                    BookResources.VERIFY,
                    new BookResources.Which(q.firm(), q.rehearsal(), q.asOf(), q.knownAt(), q.upTo()));
        }

        @Override
        public List<FlowRecord> flows(BookName book, String after, int most) {
            return http.send(
                    BookResources.FLOWS, new BookResources.AfterFlow(book.firm(), book.rehearsal(), after, most));
        }

        @Override
        public FlowRecord post(BookName book, Map<String, String> words) {
            return http.send(BookResources.POST, BookResources.Post.of(book, words));
        }

        @Override
        public FlowRecord cancel(BookName book, String flow, String reason) {
            return http.send(
                    BookResources.CANCEL, new BookResources.Cancel(flow, book.firm(), book.rehearsal(), reason));
        }

        @Override
        public ReconcileResult reconcile(BookName book, String statement, @Nullable LocalDate asOf) {
            return http.send(
                    BookResources.RECONCILE,
                    new BookResources.Reconcile(book.firm(), book.rehearsal(), statement, asOf));
        }

        @Override
        public List<BreakRecord> breaks(BookName book, String after, int most) {
            return http.send(
                    BookResources.BREAKS, new BookResources.AfterFlow(book.firm(), book.rehearsal(), after, most));
        }

        @Override
        public BreakRecord own(BookName book, String id, String owner) {
            return http.send(BookResources.OWN, new BookResources.Own(id, book.firm(), book.rehearsal(), owner));
        }

        @Override
        public String changedFiles(BookName book) {
            return http.send(BookResources.CHANGED_FILES, new BookResources.Book(book.firm(), book.rehearsal()));
        }
    }
}
