package dev.vesper.app.cli;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.OpeningFiles;
import dev.vesper.app.terminal.Figure;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.books.LotBalance;
import dev.vesper.desk.books.AccountBalance;
import dev.vesper.desk.books.BookCheck;
import dev.vesper.desk.books.LedgerLine;
import dev.vesper.desk.books.WashFlag;
import dev.vesper.desk.firm.Firm;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    /** The verbs that are a class of their own. */
    private static final List<Function<Wiring, Object>> VERBS = List.of(
            PostCommand::new,
            ReverseCommand::new,
            CloseCommand::new,
            CancelCommand::new,
            FlowsCommand::new,
            ReconcileCommand::new,
            BreaksCommand::new,
            OwnCommand::new);

    private final Wiring wiring;

    BooksCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private CommandSpec spec = CommandSpec.create();

    /** Takes the command as picocli made it, and gives it the verbs that are a class of their own. */
    @Spec
    void verbs(CommandSpec made) {
        this.spec = made;
        VERBS.forEach(verb -> made.addSubcommand(null, new CommandLine(verb.apply(wiring))));
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
                    Figure.amount(account.cash()),
                    Figure.amount(account.settled()),
                    Figure.amount(account.receivable()),
                    Figure.amount(account.payable()),
                    account.lots(),
                    Figure.amount(account.cost()),
                    Figure.amount(account.gainShort()),
                    Figure.amount(account.gainLong()),
                    Figure.amount(account.income()),
                    Figure.amount(account.taxWithheld()),
                    Figure.amount(account.fees()));
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
                    Figure.amount(lot.cost()),
                    Figure.price(lot.unitCost()),
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
            name = "flags",
            mixinStandardHelpOptions = true,
            description = "Losses of the last 30 days that a purchase would disallow, by the day on which that ends.")
    int flags(@Mixin BookOption book, @Mixin TimeOption time, @Mixin FormatOption format) {
        Table table = new Table(
                "not to buy", "until", "household", "account", "sold", "units", "loss", "currency", "lot", "sale");
        for (WashFlag flag : ask(book, time, BookPages::flags)) {
            table.row(
                    flag.symbol(),
                    flag.until(),
                    flag.household(),
                    flag.account(),
                    flag.sold(),
                    flag.units(),
                    Figure.amount(flag.loss()),
                    flag.currency(),
                    flag.lot(),
                    flag.sale());
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
        Firm firm = new FirmFolder().read(new BookAccess(wiring, spec).firm(book));
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

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private <T> T ask(BookOption book, TimeOption time, Function<BookPages, T> question) {
        return new BookAccess(wiring, spec).ask(book, time, question);
    }
}
