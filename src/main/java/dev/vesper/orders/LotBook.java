package dev.vesper.orders;

import dev.vesper.portfolio.TaxLot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Tax lots while fills are booked, in the order they came, found by id or by what is held of a symbol in an account. */
final class LotBook {
    private final SequencedMap<String, TaxLot> lots = new LinkedHashMap<>();
    private final Map<Holding, SequencedMap<String, TaxLot>> byHolding = new HashMap<>();

    private record Holding(String account, String symbol) {}

    LotBook(List<TaxLot> before) {
        before.forEach(this::put);
    }

    List<TaxLot> all() {
        return new ArrayList<>(lots.values());
    }

    @Nullable
    TaxLot find(String id) {
        return lots.get(id);
    }

    /** Keeps the lot; one that is closed (quantity zero) is gone. */
    void put(TaxLot lot) {
        SequencedMap<String, TaxLot> held =
                byHolding.computeIfAbsent(new Holding(lot.account(), lot.symbol()), holding -> new LinkedHashMap<>());
        if (lot.quantity().signum() == 0) {
            lots.remove(lot.id());
            held.remove(lot.id());
        } else {
            lots.put(lot.id(), lot);
            held.put(lot.id(), lot);
        }
    }

    /** Short lots of the order's account and symbol, whole, oldest first. */
    List<LotChoice> shorts(ParentOrder parent) {
        SequencedMap<String, TaxLot> held = byHolding.get(new Holding(parent.account(), parent.symbol()));
        if (held == null) {
            return List.of();
        }
        return held.values().stream()
                .filter(lot -> lot.quantity().signum() < 0)
                .sorted(Comparator.comparing(TaxLot::acquired))
                .map(lot -> new LotChoice(lot.id(), lot.quantity().negate()))
                .toList();
    }

    /** For example {@code ACC1/IBM/2018-04-11/1}: the first number that is free. */
    String newId(ParentOrder parent, LocalDate date) {
        String stem = parent.account() + "/" + parent.symbol() + "/" + date + "/";
        int number = 1;
        while (lots.containsKey(stem + number)) {
            number++;
        }
        return stem + number;
    }
}
