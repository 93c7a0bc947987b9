package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.books.LotId;
import dev.vesper.books.reconcile.StatedAccount;
import dev.vesper.books.reconcile.StatedLot;
import dev.vesper.books.reconcile.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A custodian's statement in the columns of positions.csv and accounts.csv. Its symbols and accounts need not be those of the
 * firm: what nobody knows is a break, not a mistake in the file. Further columns are not looked at.
 */
final class StatementCsv {
    private static final List<String> ACCOUNT_COLUMNS = List.of("account", "currency", "cash");

    private final Map<String, StatedAccount> accounts = new HashMap<>();
    private final List<StatedAccount> inOrder = new ArrayList<>();
    private final List<StatedLot> lots = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private StatementCsv() {}

    static Statement read(Path positions, Path accounts) {
        StatementCsv statement = new StatementCsv();
        CsvFile.read(accounts, header -> {
            header.noDuplicates();
            ACCOUNT_COLUMNS.forEach(header::require);
            return statement::account;
        });
        if (statement.accounts.isEmpty()) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(accounts)), "Expected at least one account, but there is only a header");
        }
        CsvFile.read(positions, header -> {
            header.check(PositionsCsv.COLUMNS, List.of(PositionsCsv.LOT));
            return statement::lot;
        });
        return new Statement(statement.inOrder, statement.lots);
    }

    private void account(Row row) {
        String currency = row.text("currency");
        boolean code = currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (!code) {
            throw row.problem("currency", "Expected a currency code like USD, but got \"" + currency + "\"");
        }
        StatedAccount account = new StatedAccount(name(row, "account"), currency, row.between("cash", "-1e15", "1e15"));
        if (accounts.putIfAbsent(account.account(), account) != null) {
            throw row.problem(
                    "account", "Expected each account once, but \"" + account.account() + "\" is there twice");
        }
        inOrder.add(account);
    }

    private void lot(Row row) {
        String account = name(row, "account");
        if (!accounts.containsKey(account)) {
            throw row.problem(
                    "account",
                    "Expected an account of the statement's accounts, but got \"" + account + "\""
                            + NearestName.hint(account, accounts.keySet()));
        }
        BigDecimal units = row.between("quantity", "-1e15", "1e15");
        if (units.signum() == 0) {
            return; // a position that is closed
        }
        BigDecimal cost = row.between("cost", "0", "1e12");
        String symbol = name(row, "symbol");
        String base = account + "/" + symbol + "/" + row.date("acquired");
        LotId id = PositionsCsv.lot(row, base, numbers, seen::contains);
        if (!seen.add(id.toString())) {
            throw row.problem(PositionsCsv.LOT, "Expected each lot once, but " + id + " is there twice");
        }
        lots.add(new StatedLot(id, units, cost));
    }

    private static String name(Row row, String column) {
        String name = row.name(column);
        if (name.length() > 64) {
            throw row.problem(column, "Expected at most 64 characters, but got " + name.length());
        }
        return name;
    }
}
