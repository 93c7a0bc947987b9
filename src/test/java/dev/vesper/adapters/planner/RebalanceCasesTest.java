package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.Proposal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table planner/rebalance/cases.csv: each row is an account and the trades it should get. */
class RebalanceCasesTest {
    static {
        QuietSolver.on();
    }

    private static final OptaLotPlanner PLANNER = new OptaLotPlanner(Path.of("planner"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "planner/rebalance/cases.csv", numLinesToSkip = 1)
    void theTableHolds(ArgumentsAccessor row) {
        Accounts account = Accounts.account(row.getString(1))
                .buffer(row.getDouble(5))
                .minimum(row.getString(6))
                .turnover(row.getDouble(7))
                .costs(row.getDouble(8));
        if (row.getString(9).equals("yes")) {
            account.shorts();
        }
        for (String[] words : items(row.getString(2))) {
            String[] priceAndLot = words[1].split("x", 2);
            if (priceAndLot[0].equals("?")) {
                account.listed(words[0], priceAndLot[1], "USD");
            } else {
                account.priced(words[0], priceAndLot[0], priceAndLot[1]);
            }
        }
        for (String[] words : items(row.getString(3))) {
            String[] quantityAndCost = words[1].split("@", 2);
            account.holds(words[0], quantityAndCost[0], quantityAndCost[1], LocalDate.parse(words[2]));
        }
        for (String[] words : items(row.getString(4))) {
            account.wants(words[0], Double.parseDouble(words[1]));
        }

        String refused = row.getString(12);
        if (refused != null) {
            String message = assertThrows(Problem.class, () -> PLANNER.solve(account.problem()))
                    .getMessage();
            assertTrue(message.contains(refused), message);
            return;
        }
        Proposal proposal = PLANNER.solve(account.problem());
        assertEquals(row.getString(10) == null ? "" : row.getString(10), trades(proposal), proposal.toString());
        assertEquals(
                0,
                new BigDecimal(row.getString(11)).compareTo(proposal.cashAfter().amount()),
                proposal.toString());
    }

    private static List<String[]> items(String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";"))
                        .map(item -> item.strip().split(" "))
                        .toList();
    }

    private static String trades(Proposal proposal) {
        return proposal.trades().stream()
                .map(trade -> trade.symbol() + " " + trade.side() + " "
                        + trade.quantity().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("; "));
    }
}
