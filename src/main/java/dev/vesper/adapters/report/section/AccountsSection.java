package dev.vesper.adapters.report.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.block.Beside;
import dev.vesper.adapters.report.block.Block;
import dev.vesper.adapters.report.block.Chart;
import dev.vesper.adapters.report.block.Column;
import dev.vesper.adapters.report.block.Figure;
import dev.vesper.adapters.report.block.Figures;
import dev.vesper.adapters.report.block.Grid;
import dev.vesper.adapters.report.block.Heading;
import dev.vesper.adapters.report.block.Kept;
import dev.vesper.adapters.report.block.PageFormats;
import dev.vesper.adapters.report.chart.AllocationChart;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Numbers;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.rebalance.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The accounts before and after: value, cash, and allocation against the target. */
final class AccountsSection implements Section {
    /** The most accounts with a chart: a page with two hundred of them is read by nobody. */
    private static final int DRAWN = 12;

    private static final int TOLD = 30;

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
        for (AccountFigures account : accounts.subList(0, Math.min(DRAWN, accounts.size()))) {
            blocks.add(account(account));
        }
        if (accounts.size() > DRAWN) {
            blocks.add(new Heading("More accounts", "as numbers"));
            blocks.add(numbers(accounts.subList(DRAWN, accounts.size())));
        }
        return blocks;
    }

    private static Block account(AccountFigures account) {
        AccountPlan plan = account.plan();
        Proposal proposal = plan.proposal();
        Figures figures = new Figures(List.of(
                Figure.of("Value before", Numbers.amount(plan.value())),
                Figure.of("Value after", Numbers.amount(account.after().value()), "at decision prices, after costs"),
                Figure.of("Cash before", Numbers.amount(plan.account().cash().amount())),
                Figure.of("Cash after", Numbers.amount(account.after().cash())),
                Figure.of("Orders", Numbers.count(account.orders())),
                Figure.of("Traded", Numbers.amount(account.flow().traded())),
                Figure.of("Planned turnover", Numbers.percent(proposal.turnover(), 1), "bought plus sold"),
                Figure.of(
                        "Realised gain, planned",
                        Numbers.signed(proposal.realisedGain().amount(), 2),
                        "by the chosen tax lots"),
                Figure.of("Planned distance to target", Numbers.percent(proposal.deviation(), 2)),
                Figure.of("Best possible", Numbers.percent(proposal.optimum(), 2), "without whole lots"),
                Figure.of("Gap", Numbers.percent(proposal.gap(), 2))));
        return new Kept(List.of(
                new Heading(
                        account.id() + " · " + plan.account().name(),
                        account.currency() + " · strategy " + plan.account().strategy() + " · "
                                + plan.target().method()),
                new Beside(
                        figures,
                        new Chart(AllocationChart.draw(
                                account.id(),
                                plan.weightsBefore(),
                                account.target(),
                                account.after().weights())))));
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
                                a -> a.after().value()),
                        new Column<>(
                                "Cash after", PageFormats.AMOUNT, a -> a.after().cash()),
                        new Column<>("Orders", PageFormats.COUNT, AccountFigures::orders),
                        new Column<>("Traded", PageFormats.AMOUNT, a -> a.flow().traded()))
                .worstFirst(
                        Comparator.comparing((AccountFigures a) -> a.flow().traded())
                                .reversed(),
                        "that traded most")
                .restIn("the books");
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
        List<AccountFigures> told =
                run.accounts().subList(0, Math.min(TOLD, run.accounts().size()));
        for (AccountFigures account : told) {
            lines.add("  " + Terminal.left(account.id(), 10)
                    + Terminal.left(account.plan().account().name(), 24)
                    + Terminal.right(Numbers.amount(account.after().value()), 18)
                    + Terminal.right(Numbers.amount(account.after().cash()), 16)
                    + Terminal.right(Numbers.count(account.orders()), 8)
                    + Terminal.right(Numbers.amount(account.flow().traded()), 16));
        }
        if (run.accounts().size() > TOLD) {
            lines.add("  " + ink.quiet("and " + Numbers.count(run.accounts().size() - TOLD) + " more accounts"));
        }
        return lines;
    }

    @Override
    public void json(RunFacts run, ObjectNode root) {
        root.put("accounts", run.report().rebalance().plans().size());
    }
}
