package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.Row;
import dev.vesper.desk.approval.ProposedAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One row of the cases beside a table of approvals: what an account trades, and whose approval that takes.
 *
 * <table>
 * <caption>Columns; the first three are needed</caption>
 * <tr><td>case</td><td>what the row shows, in words</td></tr>
 * <tr><td>amount</td><td>bought plus sold by the account: {@code 2500000}</td></tr>
 * <tr><td>approvals</td><td>the groups, one for each approval: {@code checkers; risk}</td></tr>
 * <tr><td>account, currency</td><td>{@code ACC1} and {@code USD} where they are empty</td></tr>
 * <tr><td>turnover</td><td>a share: {@code 0.4}; 0 where it is empty</td></tr>
 * <tr><td>orders, largest order, total amount</td><td>one order of the amount where they are empty</td></tr>
 * </table>
 */
record ApprovalCase(RuleFile file, Row row) {
    static final List<String> NEEDED = List.of("case", "amount", "approvals");
    static final List<String> OPTIONAL =
            List.of("account", "currency", "turnover", "largest order", "orders", "total amount");

    ScenarioResult judge(DroolsRuleBook rules) {
        BigDecimal amount = row.decimal("amount");
        String expected = String.join(
                ", ",
                Stream.of(row.text("approvals").split(";", -1))
                        .map(String::strip)
                        .toList());
        var asked = rules.asked(
                file.rule().name(),
                new ProposedAccount(
                        row.textOr("account", "ACC1"),
                        row.textOr("currency", "USD"),
                        amount,
                        number("turnover", BigDecimal.ZERO),
                        number("largest order", amount),
                        number("orders", BigDecimal.ONE).intValue(),
                        number("total amount", amount)));
        String got = String.join(", ", asked.groups());
        return new ScenarioResult(
                file.rule().name(),
                file.path(),
                row.line(),
                row.text("case"),
                got.equals(expected),
                expected,
                asked.because(),
                0,
                new TreeMap<>(Map.of("approvals", String.join("; ", asked.groups()))));
    }

    private BigDecimal number(String column, BigDecimal otherwise) {
        return row.textOr(column, "").isEmpty() ? otherwise : row.decimal(column);
    }
}
