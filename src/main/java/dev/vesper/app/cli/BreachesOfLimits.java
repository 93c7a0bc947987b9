package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Visible;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.operations.Reader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Limits that accounts are over before anything is ordered, until they are cured. */
@Command(
        name = "breaches",
        mixinStandardHelpOptions = true,
        description = "Limits that accounts are over before anything is ordered: age, owner, plan; those that stand.",
        footer = {
            "",
            "Examples:",
            "  ./vesper limits breaches --all",
            "  ./vesper limits breaches take P-1 --owner Ben --plan \"sold down by Friday\""
        })
final class BreachesOfLimits implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--all", description = "Those that were cured, too.")
    private boolean all;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private FormatOption format;

    BreachesOfLimits(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        Table table = new Table(
                "breach",
                "state",
                "cause",
                "rule",
                "account",
                "subject",
                "limit",
                "used",
                "opened",
                "seen",
                "cured",
                "age, days",
                "owner",
                "plan",
                "waiver",
                "rehearsal");
        List<BreachRecord> found = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.breaches().all());
        for (BreachRecord one : found) {
            if (all || one.cured() == null) {
                table.row(
                        one.id(),
                        one.word(),
                        one.cause(),
                        one.rule(),
                        one.account(),
                        Visible.line(one.subject()),
                        Numbers.exact(one.limit()),
                        Numbers.exact(one.used()),
                        one.opened(),
                        one.seen(),
                        one.cured() == null ? "" : one.cured(),
                        one.ageDays(),
                        one.owner(),
                        one.plan(),
                        one.waiver(),
                        one.rehearsal() ? "yes" : "no");
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "take",
            mixinStandardHelpOptions = true,
            description = "Says who looks after one, and what is to be done.")
    int take(
            @Parameters(paramLabel = "BREACH") String breach,
            @Option(names = "--owner", paramLabel = "NAME", defaultValue = "", description = "Who looks after it.")
                    String owner,
            @Option(names = "--plan", paramLabel = "TEXT", defaultValue = "", description = "What is to be done.")
                    String plan,
            @Mixin WhoOption who) {
        BreachRecord one = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.breaches().take(breach, owner, plan));
        spec.commandLine()
                .getOut()
                .println(one.id() + " (" + one.rule() + " in " + one.account() + ") is looked after by "
                        + (one.owner().isEmpty() ? "nobody" : one.owner())
                        + (one.plan().isEmpty() ? "" : ": " + one.plan()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
