package dev.vesper.books;

import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.orders.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All checks of a small book that is at hand. */
final class WholeBook {
    private WholeBook() {}

    static List<Fault> faults(List<BookedEntry> entries, Map<String, List<Fill>> fillsByOrder) {
        BooksVerifier whole = new BooksVerifier(order -> List.of(fillsByOrder.getOrDefault(order, List.of())), false);
        entries.forEach(whole::add);
        List<Fault> faults = new ArrayList<>(whole.faults());
        entries.stream()
                .collect(Collectors.groupingBy(booked -> booked.entry().account(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(account -> faults.addAll(AccountVerifier.verify(account)));
        return faults;
    }
}
