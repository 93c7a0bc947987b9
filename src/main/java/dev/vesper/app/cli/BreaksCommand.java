package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.books.reconcile.Break;
import dev.vesper.books.reconcile.BreakKind;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.desk.books.BreakRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what custodians' statements differ in. */
@Command(
        name = "breaks",
        mixinStandardHelpOptions = true,
        description =
                "What the newest statement differs in from the books, where each stands, how old it is and who looks"
                        + " after it.",
        footer = {"", "Example: ./vesper books breaks --firm DIR --all --format csv --out breaks.csv"})
final class BreaksCommand implements Callable<Integer> {
    private final Wiring wiring;

    BreaksCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--all", description = "Also those that a later statement no longer showed.")
    private boolean all;

    @Mixin
    private BookOption book = new BookOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        List<BreakRecord> breaks = new BookAccess(wiring, spec).ask(book, new TimeOption(), BookPages::breaks);
        format.write(
                table(breaks.stream()
                        .filter(known -> all || known.state() != BreakState.CLEARED)
                        .toList()),
                spec.commandLine().getOut());
        return 0;
    }

    /** Breaks as people read them; of a cost the costs are the figures. */
    static Table table(List<BreakRecord> breaks) {
        Table table = new Table(
                "break",
                "state",
                "kind",
                "account",
                "subject",
                "books",
                "custodian",
                "difference",
                "since",
                "days",
                "owner",
                "reason",
                "detail");
        for (BreakRecord known : breaks) {
            Break what = known.what();
            boolean cost = what.kind() == BreakKind.COST;
            BigDecimal ours = cost ? what.oursCost() : what.ours();
            BigDecimal stated = cost ? what.statedCost() : what.stated();
            table.row(
                    known.id(),
                    known.state().word(),
                    what.kind().word(),
                    what.account(),
                    what.subject(),
                    ours,
                    stated,
                    stated.subtract(ours),
                    known.since(),
                    known.ageDays(),
                    known.owner(),
                    known.reason().isEmpty() ? "" : known.by() + ": " + known.reason(),
                    what.detail());
        }
        return table;
    }
}
