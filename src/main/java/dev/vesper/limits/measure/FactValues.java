package dev.vesper.limits.measure;

import dev.vesper.basics.Fields;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing that is measured: a value for each fact. Values are added to those before, which stay as they
 * are; there are ten at most and a million things to measure, so each is a link and no map is copied.
 */
public final class FactValues {
    /** That there is nothing to know: a table sees null. */
    private enum Known {
        NOTHING
    }

    private static final FactValues NONE = new FactValues(null, null, "");

    /** The keys of the lists that the instrument stands on; a value like any other, which nobody asks for by this name. */
    private static final Fact<String> LISTS = Fact.text("On lists", "which lists the instrument stands on");

    private final @Nullable FactValues before;
    private final @Nullable Fact<?> fact;
    private final Object cell;
    /** What the firm's files say of the account beside what Vesper asks for. */
    private final Fields account;
    /** The same of the instrument. */
    private final Fields instrument;

    private FactValues(@Nullable FactValues before, @Nullable Fact<?> fact, Object cell) {
        this(
                before,
                fact,
                cell,
                before == null ? Fields.NONE : before.account,
                before == null ? Fields.NONE : before.instrument);
    }

    private FactValues(
            @Nullable FactValues before, @Nullable Fact<?> fact, Object cell, Fields account, Fields instrument) {
        this.before = before;
        this.fact = fact;
        this.cell = cell;
        this.account = account;
        this.instrument = instrument;
    }

    public static FactValues none() {
        return NONE;
    }

    /** These and one more; a fact that is known already is replaced. */
    public <T> FactValues with(Fact<T> fact, T value) {
        return new FactValues(this, fact, fact.type().cell(value));
    }

    /** These and one more, of which there may be nothing to know: then a table sees null. */
    public <T> FactValues maybe(Fact<T> fact, Optional<T> value) {
        return new FactValues(this, fact, value.<Object>map(fact.type()::cell).orElse(Known.NOTHING));
    }

    /** These, of an account whose file says this beside. */
    public FactValues ofAccount(Fields fields) {
        return new FactValues(before, fact, cell, fields, instrument);
    }

    /** These, of an instrument whose file says this beside. */
    public FactValues ofInstrument(Fields fields) {
        return new FactValues(before, fact, cell, account, fields);
    }

    /** These, of an instrument that stands on some lists. */
    public FactValues onLists(SortedSet<String> lists) {
        return lists.isEmpty()
                ? this
                : new FactValues(this, LISTS, lists.stream().map(Fields::key).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * These and one more, from the text of what {@link #cell} gave when it was recorded.
     *
     * @throws IllegalArgumentException where the text is no value of the fact
     */
    public FactValues withCell(Fact<?> fact, String recorded) {
        return new FactValues(this, fact, fact.type().recorded(recorded));
    }

    /** The facts that have a value. */
    public Set<Fact<?>> facts() {
        Set<Fact<?>> facts = new LinkedHashSet<>();
        for (FactValues known = this; known != null; known = known.before) {
            if (known.fact != null && !known.fact.equals(LISTS)) {
                facts.add(known.fact);
            }
        }
        return Set.copyOf(facts);
    }

    /** The value as a table sees it, or null where there is none. */
    public @Nullable Object known(Fact<?> fact) {
        for (FactValues known = this; known != null; known = known.before) {
            if (fact.equals(known.fact)) {
                return known.cell == Known.NOTHING ? null : known.cell;
            }
        }
        return null;
    }

    /**
     * The value as a table sees it: {@code "buy"}, {@code true}, {@code 1250.40}; null where there is nothing to know, or a
     * column of the firm's files says nothing.
     *
     * @throws IllegalStateException where the measure declares a fact and gives no value: its mistake
     */
    public @Nullable Object cell(Fact<?> fact) {
        if (fact.type() instanceof FactType.OfFirm) {
            return FirmColumns.value(fact.name(), instrument, account).orElse(null);
        }
        if (fact.type() instanceof FactType.OnList(String list)) {
            return known(LISTS) instanceof Set<?> lists && lists.contains(list);
        }
        Object cell = known(fact);
        if (cell != null || facts().contains(fact)) {
            return cell;
        }
        throw new IllegalStateException("Expected a value of the fact \"" + fact.name() + "\", but only "
                + facts().stream().map(Fact::name).sorted().toList()
                + " are known; maybe the measure declares it and does not give it");
    }
}
