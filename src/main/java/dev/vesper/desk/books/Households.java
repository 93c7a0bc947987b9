package dev.vesper.desk.books;

import dev.vesper.portfolio.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which accounts are looked at together: those that name the same household; every other one by itself. */
final class Households {
    private Households() {}

    /**
     * The groups that any of some accounts belongs to, in a stable order; each with all its members.
     *
     * @param some accounts, also such as the firm no longer lists
     */
    static List<List<Account>> of(Collection<Account> all, Set<String> some) {
        SortedMap<String, List<Account>> byName = new TreeMap<>();
        for (Account account : all) {
            String household = account.terms().household();
            String key = household.isEmpty() ? "account " + account.id() : "household " + household;
            byName.computeIfAbsent(key, _ -> new ArrayList<>()).add(account);
        }
        return byName.values().stream()
                .filter(members -> members.stream().anyMatch(account -> some.contains(account.id())))
                .toList();
    }
}
