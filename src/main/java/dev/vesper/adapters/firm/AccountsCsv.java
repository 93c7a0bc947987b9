package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.portfolio.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** accounts.csv: one client account on each line, all in one currency. */
final class AccountsCsv {
    static final List<String> COLUMNS = List.of("account", "name", "currency", "cash", "strategy");

    private AccountsCsv() {}

    static List<Account> read(Path file, Collection<String> strategies, List<String> warnings) {
        SortedMap<String, Account> accounts = new TreeMap<>();
        List<String> order = new ArrayList<>();
        List<FurtherColumns> further = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        CsvFile.read(file, header -> {
            header.check(COLUMNS, TermsColumns.ALL);
            FurtherColumns columns = FurtherColumns.of(header, known());
            further.add(columns);
            return row -> {
                Account account = account(row, strategies);
                columns.add(row);
                order.add(account.id());
                Long before = lines.putIfAbsent(account.id(), row.line());
                if (before != null) {
                    throw row.problem(
                            "account",
                            "Expected each account once, but \"" + account.id() + "\" is also on line " + before);
                }
                String currency = accounts.values().stream()
                        .findFirst()
                        .orElse(account)
                        .cash()
                        .currency();
                if (!currency.equals(account.cash().currency())) {
                    throw row.problem(
                            "currency",
                            "Expected all accounts in one currency, but this one is in "
                                    + account.cash().currency() + " and others in " + currency
                                    + "; make one firm folder for each currency");
                }
                if (account.cash().amount().signum() < 0) {
                    warnings.add(row.place(header.require("cash")) + ": account " + account.id()
                            + " starts the day overdrawn with " + account.cash());
                }
                accounts.put(account.id(), account);
            };
        });
        if (accounts.isEmpty()) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)), "Expected at least one account, but there is only a header");
        }
        List<Fields> fields =
                further.stream().flatMap(columns -> columns.typed().stream()).toList();
        for (int i = 0; i < order.size(); i++) {
            Fields own = fields.get(i);
            accounts.computeIfPresent(order.get(i), (_, account) -> account.withFields(own));
        }
        return new ArrayList<>(accounts.values());
    }

    private static List<String> known() {
        return Stream.concat(COLUMNS.stream(), TermsColumns.ALL.stream()).toList();
    }

    private static Account account(Row row, Collection<String> strategies) {
        String id = row.text("account");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
            throw row.problem(
                    "account",
                    "Expected an account id of up to 32 letters, digits, points, hyphens or underscores,"
                            + " but got \"" + id + "\"");
        }
        String currency = row.text("currency");
        if (!currency.matches("[A-Z]{3}")) {
            throw row.problem("currency", "Expected a currency code like USD, but got \"" + currency + "\"");
        }
        String strategy = row.text("strategy");
        if (!strategies.contains(strategy)) {
            throw row.problem(
                    "strategy",
                    "Expected a strategy of firm.yaml (" + String.join(", ", strategies) + "), but got \"" + strategy
                            + "\"" + NearestName.hint(strategy, strategies));
        }
        return new Account(
                id,
                row.text("name"),
                Money.of(row.between("cash", "-1e15", "1e15"), currency),
                strategy,
                TermsColumns.read(row),
                TermsColumns.unsettled(row),
                Fields.NONE);
    }
}
