package dev.vesper.desk.books;

import dev.vesper.basics.RunId;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entries of trades may be taken back without anybody asking, because venues amended the fills of their order. */
final class AmendedEntries {
    private final Map<EntryId, List<Amendment>> byEntry = new HashMap<>();

    AmendedEntries(OrderStore orders) {
        for (RunId run : orders.amended()) {
            AmendedFills.byOrder(orders.history(run)).forEach((order, amendments) -> {
                byEntry.put(id(EntryKind.TRADE, order), amendments);
                for (int i = 1; i <= amendments.size(); i++) {
                    byEntry.put(id(EntryKind.AMENDED_TRADE, order + "/" + i), amendments);
                }
            });
        }
    }

    private static EntryId id(EntryKind kind, String source) {
        return LedgerEntry.of(kind, source, "", LocalDate.EPOCH, List.of(), "").id();
    }

    /** What a reversal says of why: the amendments that it follows, one after the other. */
    static String why(List<Amendment> amendments) {
        return String.join(", ", amendments.stream().map(Amendment::label).toList());
    }

    /** Whether a reversal follows amendments of the order whose entry it takes back. */
    boolean explain(LedgerEntry reversal) {
        EntryId back = reversal.reverses();
        List<Amendment> amendments = back == null ? List.of() : byEntry.getOrDefault(back, List.of());
        for (int from = 0; from < amendments.size(); from++) {
            for (int to = from + 1; to <= amendments.size(); to++) {
                if (why(amendments.subList(from, to)).equals(reversal.memo())) {
                    return true;
                }
            }
        }
        return false;
    }
}
