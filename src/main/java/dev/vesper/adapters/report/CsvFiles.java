package dev.vesper.adapters.report;

import dev.vesper.execution.ImplementationShortfall;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of a run as CSV for programs: UTF-8, comma, line feed, a full stop for decimals, every row. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
final class CsvFiles {
    private CsvFiles() {}

    static void orders(RunFacts facts, OutputStream out) throws IOException {
        table(
                out,
                "order,account,symbol,name,side,quantity,filled,leaves,status,decision_price,arrival_price,"
                        + "average_price,notional,filled_notional,currency,strategy,children,reason",
                csv -> {
                    for (OrderFact fact : facts.orders()) {
                        ParentOrder order = fact.order();
                        csv.writeRecord(
                                text(order.id()),
                                text(order.account()),
                                text(order.symbol()),
                                text(facts.name(order.symbol())),
                                order.side().name(),
                                exact(order.quantity()),
                                exact(fact.filled()),
                                exact(fact.leaves()),
                                fact.status().words(),
                                exact(order.decisionPrice()),
                                exact(fact.arrival()),
                                fact.averagePrice().map(p -> rounded(p, 6)).orElse(""),
                                rounded(order.notional(), 2),
                                rounded(fact.filledNotional(), 2),
                                order.currency(),
                                order.strategy(),
                                Integer.toString(fact.children()),
                                text(fact.reason()));
                    }
                });
    }

    static void fills(RunFacts facts, OutputStream out) throws IOException {
        Map<String, String> currencies = facts.orders().stream()
                .collect(Collectors.toMap(f -> f.order().id(), f -> f.order().currency(), (a, b) -> a));
        table(
                out,
                "venue,execution_id,client_order_id,order,account,symbol,side,quantity,price,notional,fee,currency,time",
                csv -> {
                    for (Fill fill : facts.report().fills()) {
                        csv.writeRecord(
                                text(fill.venue()),
                                text(fill.executionId()),
                                text(fill.clientOrderId()),
                                text(fill.parentId()),
                                text(fill.account()),
                                text(fill.symbol()),
                                fill.side().name(),
                                exact(fill.quantity()),
                                exact(fill.price()),
                                rounded(fill.price().multiply(fill.quantity()), 2),
                                exact(fill.fee()),
                                currencies.getOrDefault(fill.parentId(), ""),
                                Figures.timeOfDay(fill.millis()));
                    }
                });
    }

    static void lots(RunFacts facts, OutputStream out) throws IOException {
        table(out, "lot,account,symbol,quantity,cost,acquired,price,market_value,unrealised_gain", csv -> {
            for (TaxLot lot : RunFacts.lots(facts.report())) {
                Optional<BigDecimal> price =
                        facts.report().prices().lastClose(lot.symbol()).map(c -> c.price());
                Function<Function<BigDecimal, BigDecimal>, String> valued =
                        f -> price.map(p -> rounded(f.apply(p), 2)).orElse("");
                csv.writeRecord(
                        text(lot.id()),
                        text(lot.account()),
                        text(lot.symbol()),
                        exact(lot.quantity()),
                        exact(lot.cost()),
                        lot.acquired().toString(),
                        price.map(CsvFiles::exact).orElse(""),
                        valued.apply(p -> p.multiply(lot.quantity())),
                        valued.apply(p -> p.subtract(lot.cost()).multiply(lot.quantity())));
            }
        });
    }

    static void limits(RunFacts facts, OutputStream out) throws IOException {
        table(
                out,
                "account,subject,rule,version,outcome,used,warning,limit,utilisation,permitted,would_pass,reason",
                csv -> {
                    for (Verdict verdict : facts.report().rebalance().verdicts()) {
                        csv.writeRecord(
                                text(verdict.account()),
                                text(verdict.subject()),
                                text(verdict.rule()),
                                text(verdict.version()),
                                verdict.outcome().name(),
                                number(verdict, "used"),
                                number(verdict, "warning"),
                                number(verdict, "limit"),
                                RunFacts.utilisation(verdict)
                                        .map(u -> rounded(BigDecimal.valueOf(u), 6))
                                        .orElse(""),
                                verdict.permitted().map(CsvFiles::exact).orElse(""),
                                text(verdict.wouldPass()),
                                text(facts.safe(verdict.reason())));
                    }
                });
    }

    static void costs(RunFacts facts, OutputStream out) throws IOException {
        table(
                out,
                "order,account,symbol,side,currency,paper_notional,delay,execution,opportunity,fees,total,"
                        + "delay_bps,execution_bps,opportunity_bps,fees_bps,total_bps",
                csv -> {
                    for (OrderFact fact : facts.orders()) {
                        ImplementationShortfall costs = fact.costs();
                        csv.writeRecord(
                                text(fact.order().id()),
                                text(fact.order().account()),
                                text(fact.order().symbol()),
                                fact.order().side().name(),
                                fact.order().currency(),
                                rounded(costs.paper(), 2),
                                rounded(costs.delay(), 4),
                                rounded(costs.execution(), 4),
                                rounded(costs.opportunity(), 4),
                                rounded(costs.fees(), 4),
                                rounded(costs.total(), 4),
                                bps(costs, costs.delay()),
                                bps(costs, costs.execution()),
                                bps(costs, costs.opportunity()),
                                bps(costs, costs.fees()),
                                bps(costs, costs.total()));
                    }
                });
    }

    private interface Rows {
        void writeTo(CsvWriter csv) throws IOException;
    }

    private static void table(OutputStream out, String header, Rows rows) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header.split(",", -1));
        rows.writeTo(csv);
        csv.flush();
    }

    private static String number(Verdict verdict, String name) {
        BigDecimal value = verdict.numbers().get(name);
        return value == null ? "" : exact(value);
    }

    private static String bps(ImplementationShortfall costs, BigDecimal amount) {
        return rounded(BigDecimal.valueOf(costs.bps(amount)), 4);
    }

    private static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String rounded(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }
}
