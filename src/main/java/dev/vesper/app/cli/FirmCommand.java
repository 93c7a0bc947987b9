package dev.vesper.app.cli;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.FlowsCheck;
import dev.vesper.adapters.firm.NewFirm;
import dev.vesper.adapters.firm.NotificationsYaml;
import dev.vesper.adapters.firm.SampleFirm;
import dev.vesper.adapters.firm.SampleSettings;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.adapters.lake.ContractPreview;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Firms;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.operations.Reader;
import dev.vesper.portfolio.Account;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Firm folders: the input of a day. */
@Command(
        name = "firm",
        mixinStandardHelpOptions = true,
        description = "Makes and checks firm folders.",
        footer = {"", "Example: ./vesper firm new my-firm --prices prices.csv.gz --accounts 2"})
final class FirmCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Wiring wiring;

    FirmCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Makes a firm folder from any price file, long or wide: accounts hold cash, every setting has"
                    + " its default.")
    int make(
            @Parameters(paramLabel = "DIR", description = "The folder to make.") Path folder,
            @Option(names = "--prices", required = true, paramLabel = "FILE", description = "CSV or CSV.GZ.")
                    Path prices,
            @Option(names = "--accounts", defaultValue = "1", paramLabel = "N", description = "How many accounts (1).")
                    int accounts,
            @Option(
                            names = "--cash",
                            defaultValue = "10000000",
                            paramLabel = "AMOUNT",
                            description = "Cash of each account (10000000).")
                    BigDecimal cash) {
        NewFirm.Made made = NewFirm.make(folder, prices, accounts, cash);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d instruments, %,d prices from %s to %s, %d accounts%n",
                made.folder(), made.instruments(), made.prices(), made.firstDate(), made.lastDate(), made.accounts());
        out.println("Next: ./vesper eod --firm " + folder + " --rehearse");
        out.flush();
        made.warnings().forEach(this::warn);
        Firm firm = new FirmFolder().read(made.folder());
        wiring.firm.preview(firm).warnings(TextFile.nameOf(firm.pricesFile())).forEach(this::warn);
        spec.commandLine().getErr().flush();
        return 0;
    }

    @Command(
            name = "sample",
            mixinStandardHelpOptions = true,
            description = "Makes a generated firm: regimes, fat tails, correlated sectors; the same seed gives the same"
                    + " bytes.")
    int sample(
            @Parameters(paramLabel = "DIR", description = "The folder to make.") Path folder,
            @Option(names = "--instruments", defaultValue = "40", description = "1 to 5,120 (40).") int instruments,
            @Option(names = "--years", defaultValue = "5", description = "1 to 50 (5).") int years,
            @Option(names = "--accounts", defaultValue = "3", description = "1 to 999 (3).") int accounts,
            @Option(names = "--seed", defaultValue = "42", description = "Any whole number (42).") long seed) {
        SampleFirm.make(folder, new SampleSettings(instruments, years, accounts, seed));
        spec.commandLine()
                .getOut()
                .println(folder + ": " + Counted.of(instruments, "instrument") + ", " + Counted.of(years, "year") + ", "
                        + Counted.of(accounts, "account") + ", seed " + seed);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a firm folder, its prices as a day would, and says what is in it; 3 where the prices would"
                            + " stop the day.")
    int check(
            @Parameters(paramLabel = "DIR", description = "The folder to read.") Path folder,
            @Mixin FormatOption format) {
        Firm firm = new FirmFolder().read(folder);
        firm.warnings().forEach(this::warn);
        LocalDate last = Firms.lastPriceDate(firm, wiring.times.today());
        FirmFolder.refuseLotsAfter(firm, last);
        new TapeFile().check(firm.folder(), Firms.sessions(firm, List.of(last)));
        FlowsCheck.of(firm);
        NotificationsYaml.read(firm.folder());
        ContractPreview prices = wiring.firm.preview(firm);
        prices.warnings(TextFile.nameOf(firm.pricesFile())).forEach(this::warn);
        changed(firm).forEach(this::warn);
        spec.commandLine().getErr().flush();
        Table table = new Table("account", "name", "currency", "cash", "strategy", "method", "lots");
        for (Account account : firm.accounts()) {
            table.row(
                    account.id(),
                    account.name(),
                    account.cash().currency(),
                    account.cash().amount(),
                    account.strategy(),
                    java.util.Objects.requireNonNull(
                                    firm.settings().strategies().get(account.strategy()))
                            .method()
                            .kind()
                            .word(),
                    firm.lots().stream()
                            .filter(l -> l.account().equals(account.id()))
                            .count());
        }
        format.write(table, spec.commandLine().getOut());
        return prices.blocking() ? Problem.Kind.REFUSED.exitCode() : 0;
    }

    /** What the books say of its files, where there are books. */
    private List<String> changed(Firm firm) {
        return Files.isDirectory(wiring.settings.folder("store"))
                ? wiring.operations
                        .access()
                        .ask(
                                new Reader(),
                                operations -> operations.books().all().stream()
                                        .filter(book ->
                                                book.firm().equals(firm.folder().toString()))
                                        .map(book -> operations
                                                .books()
                                                .changedFiles(new BookName(book.firm(), book.rehearsal())))
                                        .filter(sentence -> !sentence.isEmpty())
                                        .distinct()
                                        .toList())
                : List.of();
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println("  ! " + sentence);
    }
}
