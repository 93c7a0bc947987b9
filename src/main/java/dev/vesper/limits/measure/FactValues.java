package dev.vesper.limits.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is known of one thing that is measured: a value for each fact. Values are added by copying. */
public final class FactValues {
    private static final FactValues NONE = new FactValues(Map.of());

    private final Map<Fact<?>, Object> cells;

    private FactValues(Map<Fact<?>, Object> cells) {
        this.cells = cells;
    }

    public static FactValues none() {
        return NONE;
    }

    /** These and one more; a fact that is known already is replaced. */
    public <T> FactValues with(Fact<T> fact, T value) {
        Map<Fact<?>, Object> more = new LinkedHashMap<>(cells);
        more.put(fact, fact.type().cell(value));
        return new FactValues(more);
    }

    /** The facts that have a value. */
    public Set<Fact<?>> facts() {
        return Set.copyOf(cells.keySet());
    }

    /**
     * The value as a table sees it: {@code "buy"}, {@code true}, {@code 1250.40}.
     *
     * @throws IllegalStateException where the measure declares a fact and gives no value: its mistake
     */
    public Object cell(Fact<?> fact) {
        Object cell = cells.get(fact);
        if (cell == null) {
            throw new IllegalStateException("Expected a value of the fact \"" + fact.name() + "\", but only "
                    + cells.keySet().stream().map(Fact::name).sorted().toList()
                    + " are known; maybe the measure declares it and does not give it");
        }
        return cell;
    }
}
