package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.NearestName;
import dev.vesper.books.LotId;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** positions.csv: one tax lot on each line. */
final class PositionsCsv {
    static final List<String> COLUMNS = List.of("account", "symbol", "quantity", "cost", "acquired");
    /** The lot's number among those of its account, symbol and day; without it they are counted by their lines. */
    static final String LOT = "lot";

    private static final int LONGEST_LOT = 24;
    private static final int LONGEST_HELD_DAYS = 100_000;

    private final Set<String> accounts;
    private final Set<String> symbols;
    private final Set<String> shortAllowed;
    private final List<TaxLot> lots = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What the lots may refer to; accounts in {@code shortAllowed} may have negative quantities. */
    PositionsCsv(Set<String> accounts, Set<String> symbols, Set<String> shortAllowed) {
        this.accounts = accounts;
        this.symbols = symbols;
        this.shortAllowed = shortAllowed;
    }

    /** The lots ordered by account, symbol, acquired date and line. */
    List<TaxLot> read(Path file, List<String> warnings) {
        CsvFile.read(file, header -> {
            warnings.addAll(header.check(COLUMNS, List.of(LOT)));
            return this::add;
        });
        lots.sort(Comparator.comparing(TaxLot::account)
                .thenComparing(TaxLot::symbol)
                .thenComparing(TaxLot::acquired)); // stable: equal ones stay in the order of their lines
        return lots;
    }

    /** Refuses the first lot that is acquired after a date. */
    static void refuseAfter(Path file, LocalDate date) {
        CsvFile.read(file, header -> row -> {
            if (row.date("acquired").isAfter(date)) {
                throw row.problem(
                        "acquired",
                        "Expected a lot acquired on or before the business date " + date + ", but got "
                                + row.date("acquired") + "; maybe the file is of a later day");
            }
        });
    }

    private void add(Row row) {
        String account = known(row, "account", accounts, "accounts.csv");
        String symbol = known(row, "symbol", symbols, "the instruments");
        BigDecimal quantity = row.between("quantity", "-1e15", "1e15");
        if (quantity.signum() == 0) {
            throw row.problem("quantity", "Expected a quantity, but got 0; leave the line out");
        }
        if (quantity.signum() < 0 && !shortAllowed.contains(account)) {
            throw row.problem(
                    "quantity",
                    "Expected a quantity greater than zero, but got " + quantity + "; name " + account
                            + " under short_allowed in firm.yaml if it may be short");
        }
        BigDecimal cost = row.decimal("cost");
        if (cost.signum() < 0) {
            throw row.problem("cost", "Expected a cost of zero or more for each unit, but got " + cost);
        }
        row.between("cost", "0", "1e12");
        String base = account + "/" + symbol + "/" + row.date("acquired");
        LotId id = lot(row, base, numbers, ids::contains);
        if (!ids.add(id.toString())) {
            throw row.problem(LOT, "Expected each lot once, but " + id + " is there twice");
        }
        lots.add(new TaxLot(id.toString(), account, symbol, quantity, cost, id.acquired(), id.heldSince()));
    }

    /**
     * The lot that a line names, or its place among the lots of its account, symbol and day.
     *
     * @param base account, symbol and day
     * @param numbers that were counted so far, by base
     * @param taken whether a lot has a name already
     */
    static LotId lot(Row row, String base, Map<String, Integer> numbers, Predicate<String> taken) {
        String text = row.textOr(LOT, "");
        if (!text.isEmpty()) {
            return named(base, text)
                    .orElseThrow(() ->
                            row.problem(LOT, "Expected the number of a lot, 1 or more, but got \"" + text + "\""));
        }
        String id;
        do {
            id = base + "/" + numbers.merge(base, 1, Integer::sum);
        } while (taken.test(id));
        return LotId.of(id);
    }

    private static Optional<LotId> named(String base, String text) {
        boolean plain = text.length() <= LONGEST_LOT
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '+');
        if (!plain) {
            return Optional.empty();
        }
        try {
            return Optional.of(LotId.of(base + "/" + text)).filter(PositionsCsv::plausible);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean plausible(LotId lot) {
        LotId.Replaces replaces = lot.replaces();
        return lot.number() > 0 && (replaces == null || replaces.days() <= LONGEST_HELD_DAYS);
    }

    private static String known(Row row, String column, Set<String> all, String where) {
        String word = row.name(column);
        if (!all.contains(word)) {
            throw row.problem(
                    column,
                    "Expected " + (column.equals("account") ? "an account" : "a symbol") + " of " + where
                            + ", but got \"" + word + "\"" + NearestName.hint(word, all));
        }
        return word;
    }
}
