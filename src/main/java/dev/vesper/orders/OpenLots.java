package dev.vesper.orders;

import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tax lots that are open while fills are booked: by id, and by what they are a position in. */
final class OpenLots {
    private final Map<String, TaxLot> byId = new LinkedHashMap<>();
    private final Map<Position, Set<String>> byPosition = new HashMap<>();

    private record Position(String account, String symbol) {
        static Position of(TaxLot lot) {
            return new Position(lot.account(), lot.symbol());
        }
    }

    OpenLots(List<TaxLot> lots) {
        lots.forEach(this::open);
    }

    private void open(TaxLot lot) {
        byId.put(lot.id(), lot);
        byPosition.computeIfAbsent(Position.of(lot), p -> new LinkedHashSet<>()).add(lot.id());
    }

    /** Opens or changes a lot; one without units is closed. */
    void put(TaxLot lot) {
        if (lot.quantity().signum() == 0) {
            byId.remove(lot.id());
            byPosition.computeIfPresent(Position.of(lot), (position, ids) -> {
                ids.remove(lot.id());
                return ids.isEmpty() ? null : ids;
            });
        } else {
            open(lot);
        }
    }

    /** Null where it is not open. */
    @Nullable
    TaxLot find(String id) {
        return byId.get(id);
    }

    /** The lots of one position, in the order in which they were opened. */
    List<TaxLot> of(String account, String symbol) {
        return byPosition.getOrDefault(new Position(account, symbol), Set.of()).stream()
                .map(byId::get)
                .toList();
    }

    /** All lots, in the order in which they were opened. */
    List<TaxLot> all() {
        return new ArrayList<>(byId.values());
    }
}
