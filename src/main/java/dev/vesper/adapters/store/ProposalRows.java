package dev.vesper.adapters.store;

import dev.vesper.basics.FieldSum;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ProposalStore;
import dev.vesper.orders.slice.RowSum;
import java.math.BigDecimal;
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
    private ProposalRows() {}

    static Optional<ProposalStore.Sums> sums(StatelessSession session, RunId run) {
        RebalanceRow counted = session.get(RebalanceRow.class, run.value());
        if (counted == null) {
            return Optional.empty();
        }
        Verdicts verdicts = new Verdicts();
        Batches.eachOfRun(session, VerdictRow.class, "w.position", run, verdicts::add);
        return Optional.of(new ProposalStore.Sums(
                data(session, run),
                plans(session, run, counted),
                orders(session, run, counted),
                verdicts.sum(counted),
                verdicts.rules()));
    }

    private static RowSum data(StatelessSession session, RunId run) {
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
        List<WeightRow> ofAccount = new ArrayList<>();
        Batches.eachOfRun(session, WeightRow.class, "w.account, w.symbol", run, row -> {
            if (!ofAccount.isEmpty() && !ofAccount.getFirst().account.equals(row.account)) {
                sums.put(ofAccount.getFirst().account, weights(ofAccount));
                ofAccount.clear();
            }
            ofAccount.add(row);
        });
        if (!ofAccount.isEmpty()) {
            sums.put(ofAccount.getFirst().account, weights(ofAccount));
        }
        return sums;
    }

    private static String weights(List<WeightRow> rows) {
        FieldSum sum = new FieldSum();
        rows.sort(Comparator.comparing(row -> row.symbol));
        for (WeightRow row : rows) {
            sum.add(row.symbol);
            sum.add(text(row.beforeTrading));
            sum.add(text(row.target));
        }
        return sum.hex();
    }

    private static RowSum orders(StatelessSession session, RunId run, RebalanceRow counted) {
        Map<String, String> lots = lots(session, run);
        FieldSum sum = new FieldSum();
        sum.add(Integer.toString(counted.orders));
        int[] rows = {0};
        Batches.eachOfRun(session, ParentRow.class, "w.position", run, row -> {
            sum.add(row.parentId);
            sum.add(Integer.toString(row.position));
            sum.add(row.account);
            sum.add(row.symbol);
            sum.add(row.side);
            sum.add(row.quantity);
            sum.add(row.lotSize);
            sum.add(row.tickSize);
            sum.add(row.decisionPrice);
            sum.add(row.currency);
            sum.add(row.strategy);
            sum.add(text(lots.remove(row.parentId)));
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
        Batches.eachOfRun(session, ChosenLotRow.class, "w.parentId, w.position", run, row -> {
            if (!row.parentId.equals(parent[0])) {
                sums.put(parent[0], sum.hex());
                parent[0] = row.parentId;
            }
            sum.add(Integer.toString(row.position));
            sum.add(row.lotId);
            sum.add(row.quantity);
            sum.add(text(Exact.numberOrNull(row.cost)));
            sum.add(text(row.acquired));
        });
        sums.put(parent[0], sum.hex());
        sums.remove("");
        return sums;
    }

    /** Fed row by row: a large firm has a million. */
    private static final class Verdicts {
        private final FieldSum sum = new FieldSum();
        private final TreeSet<String> rules = new TreeSet<>();
        private String rule = "";
        private String version = "";
        private int rows;

        void add(VerdictRow row) {
            sum.add(Integer.toString(row.position));
            sum.add(row.rule);
            sum.add(row.version);
            sum.add(row.outcome);
            sum.add(row.account);
            sum.add(row.subject);
            sum.add(row.reason);
            sum.add(text(Exact.numberOrNull(row.limitValue)));
            sum.add(text(Exact.numberOrNull(row.usedValue)));
            sum.add(text(Exact.numberOrNull(row.permitted)));
            sum.add(row.wouldPass);
            sum.add(row.numbers);
            rows++;
            if (!row.rule.equals(rule) || !row.version.equals(version)) {
                rule = row.rule;
                version = row.version;
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
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
