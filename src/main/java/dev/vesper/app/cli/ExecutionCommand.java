package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Execution calculations on files, and reports over what is stored: no engine is started. */
@Command(
        name = "execution",
        mixinStandardHelpOptions = true,
        description =
                "Calculates schedules and measures of execution from files, and reports over the days that are stored.",
        subcommands = {
            OrderScheduleCommand.class,
            DayMeasuresCommand.class,
            ExecutionCostsCommand.class,
            AllocateCommand.class,
            RouteCommand.class,
            QueueCommand.class,
            CostEstimateCommand.class
        },
        footer = {
            "",
            "Example: ./vesper execution schedule --strategy twap --side buy --quantity 1000 --start 09:30:00 --end 16:00:00"
        })
final class ExecutionCommand {
    private final @Nullable Wiring wiring;

    /** Those that calculate from files alone. */
    ExecutionCommand() {
        this.wiring = null;
    }

    /** And those that read the store, or the settings. */
    ExecutionCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Takes the command as picocli made it, and gives it the verbs that need them. */
    @Spec
    void verbs(CommandSpec made) {
        if (wiring != null) {
            made.addSubcommand(null, new CommandLine(new BestExecutionCommand(wiring)));
            made.addSubcommand(null, new CommandLine(new ConfirmationsCommand(wiring)));
            made.addSubcommand(
                    null,
                    new CommandLine(
                            new OddsCommand(() -> wiring.store.store.get().runs(), () -> wiring.desk.runOdds())));
            made.addSubcommand(
                    null,
                    new CommandLine(new ReconcileTradesCommand(
                            () -> wiring.store.store.get().runs(),
                            () -> wiring.store.store.get().orders(),
                            wiring.desk.reviews)));
            made.addSubcommand(
                    null,
                    new CommandLine(new SimulateCommand(() -> wiring.settings.root(), () -> wiring.settings.state())));
            made.addSubcommand(
                    null,
                    new CommandLine(new LearnCommand(() -> wiring.settings.root(), () -> wiring.settings.state())));
        }
    }
}
