package dev.vesper.adapters.firm;

import dev.vesper.basics.NearestName;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.firm.Firm;
import dev.vesper.portfolio.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks at a firm's flows before a day does: whom and what they name must be the firm's. */
public final class FlowsCheck {
    private static final List<String> ACCOUNTS = List.of("account", "to");
    private static final String SYMBOL = "symbol";
    private static final String NEW_SYMBOL = "new_symbol";
    private static final String CURRENCY = "currency";

    private FlowsCheck() {}

    /**
     * Reads flows.csv, if there is one.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT, with line and column, where a flow cannot be read, or names an account,
     *     a symbol or a currency that the firm has not
     */
    public static void of(Firm firm) {
        List<FlowWords> flows = new FlowsCsv().read(firm.folder());
        Set<String> accounts = new HashSet<>();
        Set<String> currencies = new HashSet<>();
        for (Account account : firm.accounts()) {
            accounts.add(account.id());
            currencies.add(account.cash().currency());
        }
        Set<String> symbols = new HashSet<>(firm.instruments().keySet());
        for (FlowWords flow : flows) {
            if (flow.has(NEW_SYMBOL)) {
                symbols.add(flow.text(SYMBOL)); // what it was called before
            }
        }
        for (FlowWords flow : flows) {
            ACCOUNTS.forEach(column -> known(flow, column, accounts, "an account of accounts.csv"));
            known(flow, SYMBOL, symbols, "a symbol of the instruments");
            known(flow, NEW_SYMBOL, symbols, "a symbol of the instruments");
            known(flow, CURRENCY, currencies, "the accounts' currency");
        }
    }

    private static void known(FlowWords flow, String column, Set<String> names, String what) {
        String name = flow.has(column) ? Objects.requireNonNull(flow.text(column)) : "";
        if (!name.isEmpty() && !names.contains(name)) {
            throw flow.problem(
                    column, "Expected " + what + ", but got \"" + name + "\"" + NearestName.hint(name, names));
        }
    }
}
