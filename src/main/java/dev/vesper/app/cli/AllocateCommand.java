package dev.vesper.app.cli;

import dev.vesper.adapters.firm.BlockFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.execution.allocation.BlockAllocation;
import dev.vesper.execution.allocation.BlockFill;
import dev.vesper.execution.allocation.BlockShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each account has of a block. */
@Command(
        name = "allocate",
        mixinStandardHelpOptions = true,
        description = "Divides a block among the accounts it was traded for, at the average price.",
        footer = {"", "Example: ./vesper execution allocate --block block.csv --fills fills.csv --format csv"})
final class AllocateCommand implements Callable<Integer> {
    private static final int PRICE_DECIMALS = 6;

    private static final int MOST_DECIMALS = 8;

    @Option(
            names = "--block",
            required = true,
            paramLabel = "FILE",
            description = "What was ordered: account,quantity.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path block;

    @Option(
            names = "--fills",
            required = true,
            paramLabel = "FILE",
            description = "What was filled: quantity,price,fee.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path fills;

    @Option(names = "--lot", paramLabel = "UNITS", description = "Units that are never divided; 1 by default.")
    private BigDecimal lot = BigDecimal.ONE;

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals of the currency; 2 by default.")
    private int decimals = 2;

    @Option(
            names = "--by-fill",
            description = "What each fill brings each account, instead of what each has in the end.")
    private boolean byFill;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (lot.signum() <= 0) {
            throw Problem.usage("Expected a --lot above 0, but got " + lot.toPlainString());
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw Problem.usage("Expected 0 to " + MOST_DECIMALS + " --decimals, but got " + decimals);
        }
        BlockFiles files = new BlockFiles(lot);
        BlockAllocation allocation = new BlockAllocation(files.orders(block), decimals);
        List<BlockFill> filled = files.fills(fills);
        BigDecimal lots =
                filled.stream().map(fill -> BigDecimal.valueOf(fill.lots())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lots.compareTo(BigDecimal.valueOf(allocation.ordered())) > 0) {
            throw Problem.usage(
                    "Expected fills of at most the " + units(allocation.ordered()) + " that " + block
                            + " orders, but " + fills + " fills "
                            + lot.multiply(lots).toPlainString()
                            + "; what is beyond the orders belongs to none of these accounts: book it to the account for errors");
        }
        if (byFill) {
            format.write(byFill(allocation, filled), spec.commandLine().getOut());
        } else {
            inTheEnd(allocation, filled);
        }
        return 0;
    }

    private void inTheEnd(BlockAllocation allocation, List<BlockFill> filled) {
        BigDecimal notional = filled.stream().map(BlockFill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        long lots = filled.stream().mapToLong(BlockFill::lots).sum();
        Object average = lots == 0 ? "" : notional.divide(units(lots), PRICE_DECIMALS, RoundingMode.HALF_EVEN);
        Table table = new Table("account", "ordered", "filled", "left", "average_price", "notional", "fees");
        for (BlockShare share : allocation.after(filled)) {
            table.row(
                    share.account(),
                    units(share.ordered()),
                    units(share.lots()),
                    units(share.ordered() - share.lots()),
                    share.lots() == 0 ? "" : average,
                    money(share.notional()),
                    money(share.fees()));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("ordered", units(allocation.ordered()));
        whole.put("filled", units(lots));
        whole.put("average_price", average);
        whole.put("exact_notional", notional);
        whole.put("exact_fees", filled.stream().map(BlockFill::fee).reduce(BigDecimal.ZERO, BigDecimal::add));
        format.write(table, whole, "accounts", spec.commandLine().getOut());
    }

    private Table byFill(BlockAllocation allocation, List<BlockFill> filled) {
        Table table = new Table("fill", "account", "quantity");
        int fill = 0;
        for (SortedMap<String, Long> step : allocation.steps(filled)) {
            fill++;
            for (Map.Entry<String, Long> part : step.entrySet()) {
                table.row(fill, part.getKey(), units(part.getValue()));
            }
        }
        return table;
    }

    private BigDecimal units(long lots) {
        return lot.multiply(BigDecimal.valueOf(lots));
    }

    private BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }
}
