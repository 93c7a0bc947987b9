package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Beside;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.CsvFormats;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Figures;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Heading;
import dev.vesper.adapters.report.block.Kept;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.block.Sentence;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.block.Top;
import dev.vesper.adapters.report.chart.AllocationChart;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Rows;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.execution.cost.AccountCost;
import dev.vesper.portfolio.Allocation;
import dev.vesper.rebalance.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The accounts before and after: value, cash, and allocation against the target. Where there are more than the page draws,
 * those that are furthest from their target come first.
 */
final class AccountsSection implements Section {
    /** The most accounts with a chart: a page with two hundred of them is read by nobody. */
    private static final int DRAWN = 12;

    /** The most accounts on a terminal. */
    private static final int TOLD = 30;

    private static final Comparator<AccountFigures> FURTHEST_FIRST =
            Comparator.comparing(AccountFigures::allocation, Allocation.FURTHEST_FIRST);

    @Override
    public String word() {
        return "accounts";
    }

    @Override
    public String title() {
        return "Accounts";
    }

    @Override
    public List<Block> page(RunFacts run) {
        List<Block> blocks = new ArrayList<>();
        List<AccountFigures> accounts = run.accounts();
        if (accounts.size() > DRAWN) {
            blocks.add(Sentence.quiet("The " + DRAWN + " accounts that are furthest from their target are drawn."));
        }
        for (AccountFigures account : first(accounts, DRAWN)) {
            blocks.add(account(run, account));
        }
        if (accounts.size() > DRAWN) {
            blocks.add(new Heading("All accounts", "as numbers"));
            blocks.add(numbers(accounts));
        }
        return blocks;
    }

    /** All in the firm's order where they fit, otherwise those that need a look. */
    private static List<AccountFigures> first(List<AccountFigures> accounts, int most) {
        return accounts.size() <= most ? accounts : Top.of(accounts, FURTHEST_FIRST, most);
    }

    private static Block account(RunFacts run, AccountFigures account) {
        AccountPlan plan = account.plan();
        Proposal proposal = plan.proposal();
        List<Block> beside = new ArrayList<>();
        beside.add(new Figures(List.of(
                Figure.of("Value before", Numbers.amount(plan.value())),
                Figure.of("Value after", Numbers.amount(account.day().after().value()), "at decision prices"),
                Figure.of("Cash before", Numbers.amount(plan.account().cash().amount())),
                Figure.of("Cash after", Numbers.amount(account.day().after().cash())),
                Figure.of("Orders", Numbers.count(account.day().orders())),
                Figure.of("Traded", Numbers.amount(account.day().flow().traded())))));
        beside.add(new Figures(List.of(
                Figure.of(
                        "Turnover",
                        Numbers.percent(account.turnover(), 1),
                        "planned " + Numbers.percent(proposal.turnover(), 1)),
                Figure.of(
                        "Realised gain",
                        Numbers.signed(run.realised(account.id()), 2),
                        "planned " + Numbers.compact(proposal.realisedGain().amount())),
                Figure.of("Planned distance to target", Numbers.percent(proposal.deviation(), 2)),
                Figure.of("Best possible", Numbers.percent(proposal.optimum(), 2), "without whole lots"),
                Figure.of("Gap", Numbers.percent(proposal.gap(), 2), "cash counted"),
                Figure.of("Distance after", Numbers.percent(account.allocation().distance(), 2), "with the fills"))));
        AllocationChart.draw(account.id(), account.allocation()).forEach(svg -> beside.add(new Chart(svg)));
        return new Kept(List.of(
                new Heading(
                        account.id() + " · " + plan.account().name(),
                        account.currency() + " · strategy " + plan.account().strategy() + " · "
                                + plan.target().method()),
                new Beside(beside)));
    }

    private static Grid<AccountFigures> numbers(List<AccountFigures> accounts) {
        return Grid.of(
                        accounts,
                        new Column<>("Account", PageFormats.NAME, AccountFigures::id),
                        new Column<>(
                                "Name",
                                PageFormats.TEXT,
                                (AccountFigures a) -> a.plan().account().name()),
                        new Column<>("", PageFormats.NAME, AccountFigures::currency),
                        new Column<>(
                                "Value before",
                                PageFormats.AMOUNT,
                                a -> a.plan().value()),
                        new Column<>(
                                "Value after",
                                PageFormats.AMOUNT,
                                a -> a.day().after().value()),
                        new Column<>(
                                "Cash after",
                                PageFormats.AMOUNT,
                                a -> a.day().after().cash()),
                        new Column<>("Orders", PageFormats.COUNT, a -> a.day().orders()),
                        new Column<>(
                                "Traded",
                                PageFormats.AMOUNT,
                                a -> a.day().flow().traded()),
                        new Column<>(
                                "Distance to target",
                                PageFormats.percent(2),
                                a -> a.allocation().distance()))
                .worstFirst(FURTHEST_FIRST, "that are furthest from their target")
                .restIn("accounts.csv");
    }

    @Override
    public Optional<Table<?>> csv(RunFacts run) {
        return Optional.of(Table.of(
                Rows.of(run.accounts()),
                new Column<>("account", CsvFormats.TEXT, AccountFigures::id),
                new Column<>(
                        "name",
                        CsvFormats.TEXT,
                        (AccountFigures a) -> a.plan().account().name()),
                new Column<>("currency", CsvFormats.WORD, AccountFigures::currency),
                new Column<>(
                        "strategy", CsvFormats.TEXT, a -> a.plan().account().strategy()),
                new Column<>("value_before", CsvFormats.EXACT, a -> a.plan().value()),
                new Column<>(
                        "value_after", CsvFormats.EXACT, a -> a.day().after().value()),
                new Column<>(
                        "cash_before",
                        CsvFormats.EXACT,
                        a -> a.plan().account().cash().amount()),
                new Column<>(
                        "cash_after", CsvFormats.EXACT, a -> a.day().after().cash()),
                new Column<>(
                        "orders", CsvFormats.COUNT, a -> Math.toIntExact(a.day().orders())),
                new Column<>("traded", CsvFormats.EXACT, a -> a.day().flow().traded()),
                new Column<>(
                        "planned_turnover",
                        CsvFormats.statistic(6),
                        a -> a.plan().proposal().turnover()),
                new Column<>(
                        "planned_realised_gain",
                        CsvFormats.rounded(2),
                        a -> a.plan().proposal().realisedGain().amount()),
                new Column<>(
                        "planned_distance",
                        CsvFormats.statistic(6),
                        a -> a.plan().proposal().deviation()),
                new Column<>(
                        "best_possible",
                        CsvFormats.statistic(6),
                        a -> a.plan().proposal().optimum()),
                new Column<>(
                        "distance_after",
                        CsvFormats.statistic(6),
                        a -> a.allocation().distance()),
                new Column<>(
                        "cost",
                        CsvFormats.EXACT.or(""),
                        a -> costs(run, a).map(c -> c.costs().total())),
                new Column<>(
                        "cost_bps",
                        CsvFormats.statistic(4).or(""),
                        a -> costs(run, a).map(c -> c.costs().totalBps()))));
    }

    /** Empty for one that traded nothing. */
    private static Optional<AccountCost> costs(RunFacts run, AccountFigures account) {
        return Optional.ofNullable(run.costs().get(account.id()));
    }

    @Override
    public List<String> terminal(RunFacts run, Ink ink) {
        if (run.accounts().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("  "
                + ink.quiet(Terminal.left("account", 10)
                        + Terminal.left("name", 24)
                        + Terminal.right("value after", 18)
                        + Terminal.right("cash", 16)
                        + Terminal.right("orders", 8)
                        + Terminal.right("traded", 16)));
        for (AccountFigures account : first(run.accounts(), TOLD)) {
            lines.add("  " + Terminal.left(account.id(), 10)
                    + Terminal.left(account.plan().account().name(), 24)
                    + Terminal.right(Numbers.amount(account.day().after().value()), 18)
                    + Terminal.right(Numbers.amount(account.day().after().cash()), 16)
                    + Terminal.right(Numbers.count(account.day().orders()), 8)
                    + Terminal.right(Numbers.amount(account.day().flow().traded()), 16));
        }
        if (run.accounts().size() > TOLD) {
            lines.add("  " + ink.quiet("and " + Numbers.count(run.accounts().size() - TOLD) + " more in accounts.csv"));
        }
        return lines;
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        root.put("accounts", run.report().plans().size());
    }
}
