package dev.vesper.app.cli;

import picocli.CommandLine.Command;

/** Execution calculations on files: no engine is started. */
@Command(
        name = "execution",
        mixinStandardHelpOptions = true,
        description = "Calculates schedules and measures of execution from files.",
        subcommands = {OrderScheduleCommand.class, DayMeasuresCommand.class, ExecutionCostsCommand.class},
        footer = {
            "",
            "Example: ./vesper execution schedule --strategy twap --side buy --quantity 1000 --start 09:30:00 --end 16:00:00"
        })
final class ExecutionCommand {}
