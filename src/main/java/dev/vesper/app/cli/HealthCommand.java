package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.operations.Reader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How the running Vesper is. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description =
                "Tells how the Vesper that runs is: every part with what is wrong and since when, and figures; ends"
                        + " with 4 where it is not ready, or none runs.",
        footer = {"", "Example: ./vesper health --format json"})
final class HealthCommand implements Callable<Integer> {
    private final Wiring wiring;

    HealthCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        ServiceHealth health = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.service().health());
        Table table = new Table("what", "state", "since", "detail");
        table.row("Vesper", health.status(), seconds(health.asOf()), health.ready() ? "ready" : "not ready");
        health.parts()
                .forEach(part ->
                        table.row(part.part(), part.well() ? "well" : "not well", seconds(part.since()), part.said()));
        health.figures()
                .forEach(figure -> table.row(
                        figure.name(),
                        "",
                        "",
                        number(figure.value()) + " " + figure.unit().word()));
        format.write(table, spec.commandLine().getOut());
        return health.ready() ? 0 : Problem.Kind.UNAVAILABLE.exitCode();
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
