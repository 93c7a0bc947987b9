package dev.vesper.limits.measure;

import dev.vesper.basics.Fields;
import dev.vesper.limits.table.Kind;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a firm's instruments.csv and accounts.csv that are facts because the firm wrote them there: issuer, country,
 * rating, ESG score, client type. A table asks for one by its name ({@code Issuer}, {@code esg score}); where both files have
 * it the instrument's is meant, and {@code Account country} and {@code Instrument country} say which.
 */
public final class FirmColumns {
    /** Of a firm that is not known yet: every name may be a column. */
    public static final FirmColumns ANY = new FirmColumns(true, Map.of(), Map.of());

    /** Of a firm without any. */
    public static final FirmColumns NONE = new FirmColumns(false, Map.of(), Map.of());

    private static final String OF_ACCOUNT = "account_";
    private static final String OF_INSTRUMENT = "instrument_";

    private final boolean any;
    private final Map<String, Column> instruments;
    private final Map<String, Column> accounts;

    private FirmColumns(boolean any, Map<String, Column> instruments, Map<String, Column> accounts) {
        this.any = any;
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /** Those of a firm. */
    public static FirmColumns of(Collection<Instrument> instruments, Collection<Account> accounts) {
        return new FirmColumns(
                false,
                columns(instruments.stream().map(Instrument::fields)),
                columns(accounts.stream().map(Account::fields)));
    }

    /**
     * One column.
     *
     * @param name as the file has it
     * @param values that there are, in their order
     */
    public record Column(String name, Kind kind, List<Object> values) {
        public Column {
            values = List.copyOf(values);
        }
    }

    /**
     * The fact that a table means by a name.
     *
     * @param declared what the table says its values are
     * @param ofInstrument whether an instrument is known where the table is asked; else its columns are not
     * @return empty where the firm has no such column
     */
    public Optional<Fact<Object>> fact(String name, Kind declared, boolean ofInstrument) {
        return any
                ? Optional.of(fact(name, declared))
                : column(name, ofInstrument).map(column -> fact(name, column.kind()));
    }

    /** The column that a table means by a name. */
    public Optional<Column> column(String name, boolean ofInstrument) {
        String key = Fields.key(name);
        Column instrument = !ofInstrument || key.startsWith(OF_ACCOUNT) ? null : find(instruments, key, OF_INSTRUMENT);
        return Optional.ofNullable(instrument != null ? instrument : find(accounts, key, OF_ACCOUNT));
    }

    /** Whether an instrument's column is meant by a name, where an instrument is known. */
    public boolean ofInstrument(String name) {
        String key = Fields.key(name);
        return !key.startsWith(OF_ACCOUNT) && find(instruments, key, OF_INSTRUMENT) != null;
    }

    /** What can be asked for, as people write it. */
    public SortedSet<String> names(boolean ofInstrument) {
        SortedSet<String> names = new TreeSet<>();
        Stream.concat(ofInstrument ? instruments.values().stream() : Stream.of(), accounts.values().stream())
                .forEach(column -> names.add(column.name()));
        return names;
    }

    /** Of instruments, by name. */
    public List<Column> instruments() {
        return List.copyOf(new TreeMap<>(instruments).values());
    }

    /** Of accounts, by name. */
    public List<Column> accounts() {
        return List.copyOf(new TreeMap<>(accounts).values());
    }

    /** What is known of an account and maybe an instrument under a name. */
    static Optional<Object> value(String name, Fields instrument, Fields account) {
        String key = Fields.key(name);
        if (!key.startsWith(OF_ACCOUNT)) {
            String own = instrument.has(key) ? key : without(key, OF_INSTRUMENT);
            if (instrument.has(own)) {
                return instrument.value(own);
            }
        }
        return account.value(account.has(key) ? key : without(key, OF_ACCOUNT));
    }

    private static @Nullable Column find(Map<String, Column> columns, String key, String prefix) {
        Column found = columns.get(key);
        return found != null ? found : columns.get(without(key, prefix));
    }

    private static String without(String key, String prefix) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    private static Fact<Object> fact(String name, Kind kind) {
        return new Fact<>(name, new FactType.OfFirm(kind), "a column of the firm's files");
    }

    private static Map<String, Column> columns(Stream<Fields> rows) {
        Map<String, String> names = new HashMap<>();
        Map<String, SortedMap<String, Object>> values = new HashMap<>();
        rows.flatMap(row -> row.all().stream()).forEach(field -> {
            String key = Fields.key(field.name());
            names.putIfAbsent(key, field.name());
            SortedMap<String, Object> known = values.computeIfAbsent(key, _ -> new TreeMap<>());
            field.value().ifPresent(value -> known.put(field.text(), value));
        });
        Map<String, Column> columns = new HashMap<>();
        names.forEach((key, name) -> {
            List<Object> all = List.copyOf(
                    values.getOrDefault(key, Collections.emptySortedMap()).values());
            columns.put(key, new Column(name, all.isEmpty() ? Kind.TEXT : kind(all.getFirst()), all));
        });
        return columns;
    }

    private static Kind kind(Object value) {
        return switch (value) {
            case BigDecimal number -> Kind.NUMBER;
            case Boolean truth -> Kind.TRUTH;
            default -> Kind.TEXT;
        };
    }
}
