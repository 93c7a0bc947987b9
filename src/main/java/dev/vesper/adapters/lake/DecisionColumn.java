package dev.vesper.adapters.lake;

import dev.vesper.limits.measure.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of recorded decisions. Numbers that must stay exact are decimal texts; what does not apply is null.
 *
 * @param name in the file
 * @param type as DuckDB calls it
 */
record DecisionColumn(String name, String type) {
    private static final String TEXT = "VARCHAR";

    /** Those of every decision; the run stands before them, the facts behind. */
    static final List<DecisionColumn> OWN = List.of(
            new DecisionColumn("account", TEXT),
            new DecisionColumn("round", "INTEGER"),
            new DecisionColumn("rule", TEXT),
            new DecisionColumn("version", TEXT),
            new DecisionColumn("measure", TEXT),
            new DecisionColumn("subject", TEXT),
            new DecisionColumn("deciding_row", "INTEGER"),
            new DecisionColumn("amount", TEXT),
            new DecisionColumn("base", TEXT),
            new DecisionColumn("unit", TEXT),
            new DecisionColumn("raising_orders", "INTEGER"),
            new DecisionColumn("hard_limit", TEXT),
            new DecisionColumn("warning", TEXT),
            new DecisionColumn("action", TEXT),
            new DecisionColumn("outcome", TEXT),
            new DecisionColumn("missing", TEXT),
            new DecisionColumn("permitted", TEXT),
            new DecisionColumn("numbers", TEXT));

    /** All but the run. */
    static List<DecisionColumn> with(List<Fact<?>> facts) {
        List<DecisionColumn> all = new ArrayList<>(OWN);
        facts.forEach(fact -> all.add(new DecisionColumn(of(fact), TEXT)));
        return all;
    }

    /** The column of a fact: {@code fact_account_value} of {@code Account value}. */
    static String of(Fact<?> fact) {
        return "fact_" + fact.name().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
