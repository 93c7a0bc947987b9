package dev.vesper.app.cli;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.OpeningFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.books.LotBalance;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BookSummary;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.operations.BooksOfRecord;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The book of record: what the firm's accounts hold, and why. */
@Command(
        name = "books",
        mixinStandardHelpOptions = true,
        description = "Shows, exports and verifies the book of record; posts flows, corrections and closes.",
        footer = {
            "",
            "Examples:",
            "  ./vesper books show --firm DIR --as-of 2018-04-11",
            "  ./vesper books ledger --firm DIR --format csv --out ledger.csv",
            "  ./vesper books verify --firm DIR"
        })
final class BooksCommand {
    private static final int REFUSED = 3;

    private final Wiring wiring;

    BooksCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Which book, and as it was when. */
    static final class BookOption {
        @Mixin
        FirmOption firm = new FirmOption();

        @Option(
                names = "--rehearsal",
                description = "The book of the rehearsals; without it the real one, if there is one.")
        boolean rehearsal;
    }

    /** As it was when. */
    static final class TimeOption {
        @Option(
                names = "--as-of",
                paramLabel = "YYYY-MM-DD",
                description = "Only what is effective on this day or before.")
        @Nullable
        LocalDate asOf;

        @Option(
                names = "--known-at",
                paramLabel = "INSTANT",
                description = "Only what was booked by then, for example 2018-04-11T17:30:00Z.")
        @Nullable
        Instant knownAt;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Cash, lots at cost, and what was realised, received and paid, by account.")
    int show(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Table table = new Table(
                "account",
                "currency",
                "cash",
                "settled",
                "receivable",
                "payable",
                "lots",
                "cost",
                "gain short",
                "gain long",
                "income",
                "tax withheld",
                "fees");
        for (AccountBalance account : ask(book, time, BookPages::accounts)) {
            table.row(
                    account.account(),
                    account.currency(),
                    account.cash(),
                    account.settled(),
                    account.receivable(),
                    account.payable(),
                    account.lots(),
                    account.cost(),
                    account.gainShort(),
                    account.gainLong(),
                    account.income(),
                    account.taxWithheld(),
                    account.fees());
        }
        format.write(table, out());
        return 0;
    }

    @Command(name = "lots", mixinStandardHelpOptions = true, description = "The tax lots, with what they cost in all.")
    int lots(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Table table = new Table("lot", "account", "symbol", "acquired", "units", "cost", "unit cost", "currency");
        for (LotBalance lot : ask(book, time, BookPages::lots)) {
            table.row(
                    lot.id(),
                    lot.id().account(),
                    lot.id().symbol(),
                    lot.id().acquired(),
                    lot.units(),
                    lot.cost(),
                    lot.unitCost(),
                    lot.currency());
        }
        format.write(table, out());
        return 0;
    }

    @Command(
            name = "ledger",
            mixinStandardHelpOptions = true,
            description = "Every line of every entry, oldest first; what was taken back is marked and stays.")
    int ledger(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Table table = new Table(
                "entry",
                "effective",
                "booked",
                "kind",
                "source",
                "account",
                "to",
                "unit",
                "lot",
                "amount",
                "code",
                "mark",
                "memo");
        for (LedgerLine line : ask(book, time, BookPages::lines)) {
            String back = line.takesBack();
            table.row(
                    line.entry(),
                    line.effective(),
                    line.booked(),
                    line.kind(),
                    back == null ? line.source() : back,
                    line.account(),
                    line.to().word(),
                    line.unit(),
                    line.lot() == null ? "" : line.lot(),
                    line.amount(),
                    line.code().word(),
                    line.takenBack() ? "taken back" : back == null ? "" : "takes back " + back,
                    line.memo());
        }
        format.write(table, out());
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Counts everything anew and compares it with the fills; exit code 3 where something is wrong.")
    int verify(@Mixin BookOption book, @Mixin TimeOption time) {
        BookCheck check = ask(book, time, BookPages::verify);
        check.first().forEach(fault -> out().println(fault.message()));
        out().println(
                        check.faults() == 0
                                ? Counted.of(check.entries(), "entry", "entries")
                                        + ": debits equal credits, lots equal fills, cash is conserved"
                                : Counted.of(check.faults(), "fault") + ": the books are not whole");
        out().flush();
        return check.faults() == 0 ? 0 : REFUSED;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes accounts.csv and positions.csv of a book, as a firm folder holds them.")
    int export(
            @Parameters(paramLabel = "FOLDER", description = "A folder that holds neither file yet.") Path folder,
            @Mixin BookOption book,
            @Mixin TimeOption time) {
        Firm firm = new FirmFolder().read(path(book));
        Map<String, Money> cash = new HashMap<>();
        Map<String, BigDecimal> onItsWay = new HashMap<>();
        List<TaxLot> lots = ask(book, time, pages -> {
            pages.accounts().forEach(a -> {
                cash.put(a.account(), Money.of(a.cash(), a.currency()));
                onItsWay.put(a.account(), a.receivable().max(BigDecimal.ZERO));
            });
            return pages.lots().stream().map(LotBalance::toTaxLot).toList();
        });
        List<Account> accounts = firm.accounts().stream()
                .filter(account -> cash.containsKey(account.id()))
                .map(account -> account.withCash(
                        Objects.requireNonNull(cash.get(account.id())),
                        onItsWay.getOrDefault(account.id(), BigDecimal.ZERO)))
                .toList();
        try {
            Files.createDirectories(folder);
            for (String name : List.of("accounts.csv", "positions.csv")) {
                if (Files.exists(folder.resolve(name))) {
                    throw Problem.usage("Expected a folder without " + name + ", but " + folder.resolve(name)
                            + " is there; nothing is overwritten");
                }
            }
            OpeningFiles.write(folder, accounts, lots);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write to " + folder + ", but " + e, e);
        }
        out().println(folder + ": " + Counted.of(accounts.size(), "account") + ", " + Counted.of(lots.size(), "lot"));
        out().flush();
        return 0;
    }

    @Command(
            name = "post",
            mixinStandardHelpOptions = true,
            description = {
                "Books a flow or a corporate action, once; its day is that from which it counts.",
                "Above the amount of firm.yaml, and for splits and symbol changes, another person must agree."
            },
            footer = {
                "",
                "Kinds: deposit, withdrawal, fee, dividend, transfer, transfer-in, transfer-out, split,",
                "       stock-dividend, symbol-change",
                "Example: ./vesper books post deposit --firm DIR --id D-17 --date 2018-04-12 --account ACC01 \\",
                "             --amount 250000 --currency USD --as alice"
            })
    int post(
            @Parameters(paramLabel = "KIND", description = "What it is.") String kind,
            @Option(
                            names = "--id",
                            required = true,
                            paramLabel = "ID",
                            description = "Names it among all flows of the book: the same again changes nothing.")
                    String id,
            @Option(
                            names = "--date",
                            required = true,
                            paramLabel = "YYYY-MM-DD",
                            description = "From which it counts; of a dividend the ex date.")
                    String date,
            @Option(names = "--memo", paramLabel = "TEXT", description = "One line for people.") @Nullable String memo,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Mixin FlowOptions flow,
            @Mixin BookOption book) {
        return posted(book, by, (books, name) -> books.post(name, flow.words(id, kind, date, memo)));
    }

    @Command(
            name = "reverse",
            mixinStandardHelpOptions = true,
            description = {
                "Takes an entry back, and with --price books a trade anew at that price. Another person must agree.",
                "Refused while a later entry hangs on one of its lots: take back the newest first."
            },
            footer = {
                "",
                "Example: ./vesper books reverse 57 --firm DIR --price 50.00 --as alice --memo \"wrong price\""
            })
    int reverse(
            @Parameters(paramLabel = "ENTRY", description = "Its number, as books ledger shows it.") long entry,
            @Option(
                            names = "--date",
                            paramLabel = "YYYY-MM-DD",
                            description = "From which that counts; without it the entry's own day, if that is open.")
                    @Nullable
                    String date,
            @Option(names = "--price", paramLabel = "PRICE", description = "The right price of the trade.") @Nullable
                    String price,
            @Option(names = "--fees", paramLabel = "AMOUNT", description = "Its right fees in all.") @Nullable
                    String fees,
            @Option(names = "--id", paramLabel = "ID", description = "Names it; without it reverse-ENTRY.") @Nullable
                    String id,
            @Option(names = "--memo", paramLabel = "TEXT", description = "Why.") @Nullable String memo,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Mixin BookOption book) {
        return posted(book, by, (books, name) -> {
            Map<String, String> words = new HashMap<>();
            words.put("id", id == null ? "reverse-" + entry : id);
            words.put("kind", "reverse");
            words.put("entry", Long.toString(entry));
            words.put("date", date == null ? effective(books, name, entry) : date);
            words.put("price", price == null ? "" : price);
            words.put("fees", fees == null ? "" : fees);
            words.put("memo", memo == null ? "" : memo);
            return books.post(name, words);
        });
    }

    private static String effective(BooksOfRecord books, BookName name, long entry) {
        return books
                .lines(
                        new BookQuery(name.firm(), name.rehearsal(), null, null, 0),
                        Math.max(0, entry - 1),
                        1_000_000,
                        1)
                .stream()
                .filter(line -> line.entry() == entry)
                .findFirst()
                .map(line -> line.effective().toString())
                .orElseThrow(() -> Problem.usage("Expected the number of an entry with lines, but got " + entry
                        + "; ./vesper books ledger shows them"));
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {
                "Closes the books up to a day, for good: no entry counts from it or an earlier one any more.",
                "Another person must agree."
            },
            footer = {"", "Example: ./vesper books close 2018-03-31 --firm DIR --as alice"})
    int close(
            @Parameters(paramLabel = "DATE", description = "The last day of the period.") String date,
            @Option(names = "--memo", paramLabel = "TEXT", description = "One line for people.") @Nullable String memo,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Mixin BookOption book) {
        return posted(
                book,
                by,
                (books, name) -> books.post(name, new FlowOptions().words("close-" + date, "close", date, memo)));
    }

    @Command(
            name = "flows",
            mixinStandardHelpOptions = true,
            description = "What was posted beside trades, oldest first, and where each stands.")
    int flows(
            @Option(names = "--waiting", description = "Only what waits for people.") boolean waiting,
            @Mixin BookOption book,
            @Mixin FormatOption format) {
        Table table = new Table("flow", "state", "by", "maker", "checker", "what");
        List<FlowRecord> flows = ask(book, new TimeOption(), BookPages::flows);
        for (FlowRecord flow : flows) {
            if (!waiting || flow.state().waits()) {
                table.row(
                        flow.id(),
                        flow.state().word(),
                        flow.by(),
                        flow.maker() == null ? "" : flow.maker(),
                        flow.checker() == null ? "" : flow.checker(),
                        flow.line());
            }
        }
        format.write(table, out());
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Agrees to a flow that waits for people: not who put it forward.")
    int approve(
            @Parameters(paramLabel = "ID", description = "The flow, as books flows shows it.") String id,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason,
            @Mixin BookOption book) {
        return posted(book, by, (books, name) -> books.answer(name, id, Answer.APPROVE, reason));
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Says no to a flow that waits for people, or takes back one whose day has not come.")
    int reject(
            @Parameters(paramLabel = "ID", description = "The flow, as books flows shows it.") String id,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason,
            @Mixin BookOption book) {
        return posted(book, by, (books, name) -> books.answer(name, id, Answer.REJECT, reason));
    }

    private int posted(BookOption option, String by, BiFunction<BooksOfRecord, BookName, FlowRecord> change) {
        FlowRecord flow = wiring.operations.access().ask(new Person(by), operations -> {
            BookSummary book = book(option, operations.books().all());
            return change.apply(operations.books(), new BookName(book.firm(), book.rehearsal()));
        });
        out().println(flow.id() + ", " + flow.line() + ": "
                + switch (flow.state()) {
                    case OPEN -> "waits for two people; ./vesper books approve " + flow.id() + " --as NAME";
                    case PROPOSED ->
                        "waits for another person than " + flow.maker() + "; ./vesper books approve " + flow.id()
                                + " --as NAME";
                    case DUE -> "is booked when a day opens that is not before its own";
                    case BOOKED -> "booked";
                    case REJECTED -> "rejected";
                });
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Asks the running Vesper, or the store where none runs. */
    private <T> T ask(BookOption option, TimeOption time, Function<BookPages, T> question) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            BookSummary book = book(option, operations.books().all());
            return question.apply(new BookPages(
                    operations.books(),
                    new BookQuery(book.firm(), book.rehearsal(), time.asOf, time.knownAt, book.entries())));
        });
    }

    private Path path(BookOption option) {
        Path folder = option.firm.folder;
        return folder == null
                ? wiring.settings.folder("firm")
                : folder.toAbsolutePath().normalize();
    }

    /** The book that is asked for; where there is only that of the rehearsals, that one, which is said. */
    private BookSummary book(BookOption option, List<BookSummary> all) {
        String firm = path(option).toString();
        List<BookSummary> ours =
                all.stream().filter(book -> book.firm().equals(firm)).toList();
        BookSummary chosen = ours.stream()
                .filter(book -> option.rehearsal == book.rehearsal())
                .findFirst()
                .or(() -> option.rehearsal ? Optional.empty() : ours.stream().findFirst())
                .orElseThrow(() -> Problem.usage("Expected " + (option.rehearsal ? "a rehearsal" : "a day") + " of "
                        + firm + " to have opened its books, but none has; ./vesper eod does"));
        if (chosen.rehearsal()) {
            spec.commandLine().getErr().println("  ! the book of the rehearsals of " + firm);
            spec.commandLine().getErr().flush();
        }
        return chosen;
    }
}
