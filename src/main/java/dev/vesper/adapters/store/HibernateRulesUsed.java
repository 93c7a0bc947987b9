package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RulesUsed;
import java.util.Optional;
import java.util.SortedMap;

/** Which rules judged which run, in {@code run_rules}. */
public final class HibernateRulesUsed implements RulesUsed {
    private final Database database;

    public HibernateRulesUsed(Database database) {
        this.database = database;
    }

    @Override
    public void save(RunId run, SortedMap<String, String> versions) {
        database.change(session -> session.upsert(RunRulesRow.of(run.value(), versions)));
    }

    @Override
    public Optional<SortedMap<String, String>> of(RunId run) {
        return database.read(session ->
                Optional.ofNullable(session.get(RunRulesRow.class, run.value())).map(RunRulesRow::versions));
    }
}
