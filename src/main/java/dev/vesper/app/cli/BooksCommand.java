package dev.vesper.app.cli;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.OpeningFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.EntryId;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.Posting;
import dev.vesper.desk.books.BookView;
import dev.vesper.desk.books.Books;
import dev.vesper.desk.books.VerifyBooks;
import dev.vesper.desk.firm.Firm;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        description = "Shows, exports and verifies the book of record.",
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
            description = "Cash, lots at cost and what was realised, by account.")
    int show(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Balances balances = view(book, time).balances();
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
                "gain long");
        Map<String, List<LotBalance>> held = new HashMap<>();
        balances.lots()
                .forEach(lot -> held.computeIfAbsent(lot.id().account(), _ -> new ArrayList<>())
                        .add(lot));
        for (String account : balances.clients()) {
            List<LotBalance> lots = held.getOrDefault(account, List.of());
            table.row(
                    account,
                    balances.currency(account),
                    balances.cash(account),
                    balances.money(account, AccountType.SETTLED_CASH),
                    balances.money(account, AccountType.RECEIVABLE),
                    balances.money(account, AccountType.PAYABLE),
                    lots.size(),
                    lots.stream().map(LotBalance::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                    balances.money(account, AccountType.GAIN_SHORT).negate(),
                    balances.money(account, AccountType.GAIN_LONG).negate());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(name = "lots", mixinStandardHelpOptions = true, description = "The tax lots, with what they cost in all.")
    int lots(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Table table = new Table("lot", "account", "symbol", "acquired", "units", "cost", "unit cost", "currency");
        for (LotBalance lot : view(book, time).balances().lots()) {
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
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "ledger",
            mixinStandardHelpOptions = true,
            description = "Every line of every entry, oldest first; what was taken back is marked and stays.")
    int ledger(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        BookView view = view(book, time);
        Set<EntryId> reversed = view.reversed();
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
        for (BookedEntry booked : view.entries()) {
            LedgerEntry entry = booked.entry();
            EntryId back = entry.reverses();
            String mark =
                    reversed.contains(entry.id()) ? "taken back" : back == null ? "" : "takes back " + back.shortened();
            String source = back == null ? entry.source() : back.shortened();
            for (Posting posting : entry.postings()) {
                Object lot = posting.account().lot();
                table.row(
                        booked.sequence(),
                        entry.effective(),
                        booked.booked(),
                        entry.kind(),
                        source,
                        entry.account(),
                        posting.account().type().word(),
                        posting.account().unit(),
                        lot == null ? "" : lot,
                        posting.amount(),
                        posting.code().word(),
                        mark,
                        entry.memo());
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Counts everything anew and compares it with the fills; exit code 3 where something is wrong.")
    int verify(@Mixin BookOption option) {
        BookId book = book(option);
        var kept = wiring.store.store.get();
        List<Fault> faults = new VerifyBooks(kept.books(), kept.runs(), kept.orders()).verify(book);
        PrintWriter out = spec.commandLine().getOut();
        faults.forEach(fault -> out.println(fault.message()));
        out.println(
                faults.isEmpty()
                        ? Counted.of(kept.books().entries(book).size(), "entry", "entries")
                                + ": debits equal credits, lots equal fills, cash is" + " conserved"
                        : Counted.of(faults.size(), "fault") + ": the books are not whole");
        out.flush();
        return faults.isEmpty() ? 0 : REFUSED;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes accounts.csv and positions.csv of a book, as a firm folder holds them.")
    int export(
            @Parameters(paramLabel = "FOLDER", description = "A folder that holds neither file yet.") Path folder,
            @Mixin BookOption option,
            @Mixin TimeOption time) {
        Firm firm = new FirmFolder().read(path(option));
        Balances balances = view(option, time).balances();
        List<Account> accounts = firm.accounts().stream()
                .filter(account -> balances.clients().contains(account.id()))
                .map(account -> new Account(
                        account.id(),
                        account.name(),
                        Money.of(balances.cash(account.id()), balances.currency(account.id())),
                        account.strategy()))
                .toList();
        List<TaxLot> lots = balances.lots().stream().map(LotBalance::toTaxLot).toList();
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
        spec.commandLine()
                .getOut()
                .println(
                        folder + ": " + Counted.of(accounts.size(), "account") + ", " + Counted.of(lots.size(), "lot"));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private BookView view(BookOption option, TimeOption time) {
        try {
            return BookView.of(wiring.store.store.get().books(), book(option), time.asOf, time.knownAt);
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper books verify tells more");
        }
    }

    private Path path(BookOption option) {
        Path folder = option.firm.folder;
        return folder == null
                ? wiring.settings.folder("firm")
                : folder.toAbsolutePath().normalize();
    }

    /** The book that is asked for; where there is only that of the rehearsals, that one, which is said. */
    private BookId book(BookOption option) {
        Books books = wiring.store.store.get().books();
        String firm = path(option).toString();
        BookId real = new BookId(firm, false);
        BookId rehearsals = new BookId(firm, true);
        List<BookId> all = books.all();
        BookId chosen = option.rehearsal || !all.contains(real) ? rehearsals : real;
        if (!all.contains(chosen)) {
            throw Problem.usage("Expected " + (option.rehearsal ? "a rehearsal" : "a day") + " of " + firm
                    + " to have opened its books, but none has; ./vesper eod does");
        }
        if (chosen.rehearsal()) {
            spec.commandLine().getErr().println("  ! the book of the rehearsals of " + firm);
            spec.commandLine().getErr().flush();
        }
        return chosen;
    }
}
