package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.books.BreakRecord;
import dev.vesper.desk.books.ReconcileResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a custodian's statement with the books. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a custodian's statement with the books, both on the settled basis of its day, and lists what",
            "differs; a task decides each break, nothing is overwritten. Without --file it is the firm's own",
            "positions.csv and accounts.csv. Exit code 3 while breaks wait for a decision."
        },
        footer = {
            "",
            "Examples:",
            "  ./vesper books reconcile --firm DIR --as-of 2018-04-11",
            "  ./vesper books reconcile --firm DIR --file custody.csv --accounts cash.csv --as-of 2018-04-11",
            "  ./vesper tasks approve B-1/decide-break --reason \"their price is right\"",
            "  ./vesper tasks reject B-2/decide-break --reason \"they correct it tomorrow\""
        })
final class ReconcileCommand implements Callable<Integer> {
    private final Wiring wiring;

    /** What a statement came to, and every break there ever was. */
    private record Compared(ReconcileResult result, List<BreakRecord> breaks) {}

    ReconcileCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The custodian's lots, in the columns of positions.csv; with --accounts.")
    private @Nullable Path positions;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "The custodian's cash, in the columns account, currency, cash; with --file.")
    private @Nullable Path accounts;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The day at whose close it was true; without it books_as_of of firm.yaml.")
    private @Nullable LocalDate asOf;

    @Mixin
    private WhoOption who = new WhoOption();

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        Path held = positions;
        Path cash = accounts;
        if ((held == null) != (cash == null)) {
            throw Problem.usage("Expected --file and --accounts, or neither, but got "
                    + (held == null ? "--accounts" : "--file") + " alone");
        }
        Compared compared = new BookAccess(wiring, spec).with(who.askingOrReader(wiring), book, (books, name) -> {
            wiring.console.say("Reading " + (held == null ? "positions.csv and accounts.csv" : held + " and " + cash));
            String kept =
                    held == null || cash == null ? "" : wiring.firm.statements().keep(held, cash);
            ReconcileResult result = books.reconcile(name, kept, asOf);
            return new Compared(result, new BookPages(books, BookQuery.all(name.book())).breaks());
        });
        ReconcileResult result = compared.result();
        List<BreakRecord> breaks = compared.breaks().stream()
                .filter(known -> known.state() != BreakState.CLEARED)
                .toList();
        format.write(BreaksCommand.table(breaks), spec.commandLine().getOut());
        wiring.console.say(Counted.of(result.accounts(), "account") + " and " + Counted.of(result.lots(), "lot")
                + " as of "
                + result.asOf() + ": "
                + (breaks.isEmpty()
                        ? "no breaks"
                        : result.open() + " open, "
                                + result.explained() + " that settle by themselves, " + result.decided() + " decided; "
                                + result.found() + " are new")
                + (result.cleared() == 0 ? "" : "; " + result.cleared() + " cleared"));
        if (result.open() > 0) {
            wiring.console.say(
                    "  ./vesper tasks list shows what to decide, ./vesper tasks show TASK all there is to see");
        }
        return result.open() == 0 ? 0 : Problem.Kind.REFUSED.exitCode();
    }
}
