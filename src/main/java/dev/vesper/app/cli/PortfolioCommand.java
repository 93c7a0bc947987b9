package dev.vesper.app.cli;

import picocli.CommandLine.Command;

/** Portfolio calculations: no engine is started. */
@Command(
        name = "portfolio",
        mixinStandardHelpOptions = true,
        description = "Calculates portfolios from a price file.",
        subcommands = WeightsCommand.class,
        footer = {"", "Example: ./vesper portfolio weights --prices prices.csv.gz --method hrp"})
final class PortfolioCommand {}
