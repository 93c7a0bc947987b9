package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.execution.analysis.CheckedFills;
import dev.vesper.execution.analysis.Finding;
import dev.vesper.execution.analysis.GroupCost;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.analysis.Outliers;
import dev.vesper.execution.analysis.WorkedOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What orders cost, as a table of one grouping and as the whole. */
record CostReport(List<OrderCost> costs, List<Finding> findings, MarketDay market, CostFigures figures) {
    /** What a row of the table is. */
    enum By {
        ORDER,
        VENUE,
        STRATEGY,
        ACCOUNT
    }

    static CostReport of(List<WorkedOrder> orders, CheckedFills fills, MarketDay market, CostFigures figures) {
        List<OrderCost> costs = orders.stream()
                .map(order -> OrderCost.of(order, fills.of(order), market))
                .toList();
        return new CostReport(
                costs,
                Stream.concat(fills.findings().stream(), Outliers.of(costs).stream())
                        .toList(),
                market,
                figures);
    }

    Figures whole(String session, int horizonSeconds) {
        return new Figures()
                .put("sign", CostFigures.SIGN)
                .put("symbol", costs.getFirst().order().symbol())
                .put("session", session)
                .put("horizon_seconds", horizonSeconds)
                .put("total", figures.whole(GroupCost.all(costs)))
                .put("orders", rows(By.ORDER))
                .put("venues", rows(By.VENUE))
                .put("strategies", rows(By.STRATEGY))
                .put("accounts", rows(By.ACCOUNT))
                .put("findings", findings.stream().map(CostReport::finding).toList());
    }

    Table table(By by) {
        String[] columns = figures.columns(by == By.ORDER, by.name().toLowerCase(Locale.ROOT));
        Table table = new Table(columns);
        for (Figures row : rows(by)) {
            Map<String, Object> cells = row.nested();
            Object[] line = new Object[columns.length];
            for (int i = 0; i < line.length; i++) {
                line[i] = cells.getOrDefault(columns[i], "");
            }
            table.row(line);
        }
        return table;
    }

    private List<Figures> rows(By by) {
        return switch (by) {
            case ORDER -> costs.stream().map(figures::order).toList();
            case VENUE ->
                GroupCost.byVenue(costs, market).stream()
                        .map(figures.group("venue", false))
                        .toList();
            case STRATEGY ->
                GroupCost.by(WorkedOrder::strategy, costs).stream()
                        .map(figures.group("strategy", true))
                        .toList();
            case ACCOUNT ->
                GroupCost.by(WorkedOrder::account, costs).stream()
                        .map(figures.group("account", true))
                        .toList();
        };
    }

    private static Figures finding(Finding finding) {
        return new Figures()
                .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("order_id", finding.orderId())
                .put("counted", finding.kind().counted() ? "yes" : "no")
                .put("words", finding.words());
    }
}
