package dev.vesper.adapters.store;

import dev.vesper.basics.FieldSum;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ProposalStore;
import dev.vesper.orders.slice.RowSum;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Sums over every column of the rows of a proposal. Orders, plans and verdicts are taken by their position, what hangs on
 * one by its own order in Java, because two engines may sort text differently; no table is held whole.
 */
final class ProposalRows {
    /** Every position is so, but only where it is said does H2 go along the index of positions. */
    private static final String ORDERS = "select parent_id, position, account, symbol, side, quantity, lot_size,"
            + " tick_size, decision_price, currency, strategy from parent_order where run_id = ? and position >= -2147483648"
            + " order by run_id, position";

    private static final String LOTS = "select parent_id, position, lot_id, quantity, cost, acquired from chosen_lot"
            + " where run_id = ? order by run_id, parent_id, position";

    private ProposalRows() {}

    static Optional<ProposalStore.Sums> sums(StatelessSession session, RunId run) {
        RebalanceRow counted = session.get(RebalanceRow.class, run.value());
        if (counted == null) {
            return Optional.empty();
        }
        Verdicts verdicts = new Verdicts();
        Batches.eachOfRun(session, Verdicts.SQL, run, verdicts::add);
        return Optional.of(new ProposalStore.Sums(
                data(session, run),
                plans(session, run, counted),
                orders(session, run, counted),
                verdicts.sum(counted),
                verdicts.rules()));
    }

    static RowSum data(StatelessSession session, RunId run) {
        DataCheckRow row = session.get(DataCheckRow.class, run.value());
        if (row == null) {
            return new RowSum(0, new FieldSum().hex());
        }
        FieldSum sum = new FieldSum();
        sum.add(row.snapshot);
        sum.add(Long.toString(row.rows));
        sum.add(Long.toString(row.quarantined));
        sum.add(Boolean.toString(row.blocking));
        sum.add(row.document);
        return new RowSum(1, sum.hex());
    }

    private static RowSum plans(StatelessSession session, RunId run, RebalanceRow counted) {
        Map<String, String> weights = weights(session, run);
        FieldSum sum = new FieldSum();
        sum.add(Integer.toString(counted.accounts));
        List<String> accounts = Batches.ofRun(session, PlanRow.class, "w.position", run, row -> {
            sum.add(row.account);
            sum.add(Integer.toString(row.position));
            sum.add(row.name);
            sum.add(row.strategy);
            sum.add(row.currency);
            sum.add(row.cash);
            sum.add(row.accountValue);
            sum.add(row.method);
            sum.add(row.cashAfter);
            sum.add(Double.toString(row.deviation));
            sum.add(Double.toString(row.optimum));
            sum.add(Double.toString(row.turnover));
            sum.add(row.realisedGain);
            sum.add(row.score);
            sum.add(row.proposal);
            sum.add(text(weights.remove(row.account)));
            return row.account;
        });
        new TreeSet<>(weights.keySet()).forEach(sum::add); // of an account without a plan
        return new RowSum(accounts.size(), sum.hex());
    }

    /** The sum of the weights of each account. */
    private static Map<String, String> weights(StatelessSession session, RunId run) {
        Map<String, String> sums = new HashMap<>();
        List<Weight> ofAccount = new ArrayList<>();
        String[] account = {""};
        Batches.eachOfRun(session, Weight.SQL, run, row -> {
            String accountOfRow = row.getString(1);
            if (!accountOfRow.equals(account[0])) {
                sums.put(account[0], weights(ofAccount));
                account[0] = accountOfRow;
                ofAccount.clear();
            }
            ofAccount.add(new Weight(row.getString(2), row.getObject(3, Double.class), row.getObject(4, Double.class)));
        });
        sums.put(account[0], weights(ofAccount));
        sums.remove("");
        return sums;
    }

    private static String weights(List<Weight> weights) {
        FieldSum sum = new FieldSum();
        weights.sort(Comparator.comparing(Weight::symbol));
        for (Weight weight : weights) {
            sum.add(weight.symbol);
            sum.add(text(weight.before));
            sum.add(text(weight.target));
        }
        return sum.hex();
    }

    private record Weight(
            String symbol,
            @Nullable Double before,
            @Nullable Double target) {
        static final String SQL = "select account, symbol, before_trading, target from plan_weight where run_id = ?"
                + " order by run_id, account, symbol";
    }

    private static RowSum orders(StatelessSession session, RunId run, RebalanceRow counted) {
        Map<String, String> lots = lots(session, run);
        FieldSum sum = new FieldSum();
        sum.add(Integer.toString(counted.orders));
        int[] rows = {0};
        Batches.eachOfRun(session, ORDERS, run, row -> {
            String id = row.getString(1);
            sum.add(id);
            sum.add(Integer.toString(row.getInt(2)));
            sum.add(row.getString(3));
            sum.add(row.getString(4));
            sum.add(row.getString(5));
            sum.add(row.getBigDecimal(6));
            sum.add(row.getBigDecimal(7));
            sum.add(row.getBigDecimal(8));
            sum.add(row.getBigDecimal(9));
            sum.add(row.getString(10));
            sum.add(row.getString(11));
            sum.add(text(lots.remove(id)));
            rows[0]++;
        });
        new TreeSet<>(lots.keySet()).forEach(sum::add); // of an order that is not there
        return new RowSum(rows[0], sum.hex());
    }

    /** The sum of the tax lots of each order that takes from some. */
    private static Map<String, String> lots(StatelessSession session, RunId run) {
        Map<String, String> sums = new HashMap<>();
        FieldSum sum = new FieldSum();
        String[] parent = {""};
        Batches.eachOfRun(session, LOTS, run, row -> {
            String parentOfRow = row.getString(1);
            if (!parentOfRow.equals(parent[0])) {
                sums.put(parent[0], sum.hex());
                parent[0] = parentOfRow;
            }
            sum.add(Integer.toString(row.getInt(2)));
            sum.add(row.getString(3));
            sum.add(row.getBigDecimal(4));
            sum.add(text(row.getBigDecimal(5)));
            sum.add(text(row.getObject(6, LocalDate.class)));
        });
        sums.put(parent[0], sum.hex());
        sums.remove("");
        return sums;
    }

    /** Fed row by row: a large firm has a million. */
    private static final class Verdicts {
        static final String SQL = "select position, rule, version, outcome, account, subject, reason, limit_value,"
                + " used_value, permitted, would_pass, numbers from verdict where run_id = ? order by run_id, position";

        private final FieldSum sum = new FieldSum();
        private final TreeSet<String> rules = new TreeSet<>();
        private String rule = "";
        private String version = "";
        private int rows;

        void add(ResultSet row) throws SQLException {
            String ruleOfRow = row.getString(2);
            String versionOfRow = row.getString(3);
            sum.add(Integer.toString(row.getInt(1)));
            sum.add(ruleOfRow);
            sum.add(versionOfRow);
            sum.add(row.getString(4));
            sum.add(row.getString(5));
            sum.add(row.getString(6));
            sum.add(row.getString(7));
            sum.add(text(row.getBigDecimal(8)));
            sum.add(text(row.getBigDecimal(9)));
            sum.add(text(row.getBigDecimal(10)));
            sum.add(row.getString(11));
            sum.add(row.getString(12));
            rows++;
            if (!ruleOfRow.equals(rule) || !versionOfRow.equals(version)) {
                rule = ruleOfRow;
                version = versionOfRow;
                rules.add(rule + '\0' + version);
            }
        }

        RowSum sum(RebalanceRow counted) {
            sum.add(Integer.toString(counted.verdicts));
            return new RowSum(rows, sum.hex());
        }

        RowSum rules() {
            FieldSum spoken = new FieldSum();
            rules.forEach(spoken::add);
            return new RowSum(rules.size(), spoken.hex());
        }
    }

    /** Nothing is an empty text; a number is in decimal without trailing zeros. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> Exact.number(number).toPlainString();
            default -> value.toString();
        };
    }
}
