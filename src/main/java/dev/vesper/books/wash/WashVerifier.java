package dev.vesper.books.wash;

import dev.vesper.basics.Numbers;
import dev.vesper.books.AccountType;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the wash sales of a book by counting anew: each hangs on a sale at a loss that stands, disallows the loss on the
 * units that are replaced and no more, within the window, by units of another purchase that get the days of those they
 * replace, and what leaves one account's loss joins another's cost.
 */
public final class WashVerifier {
    /** What rounding may add or take for each wash sale of a loss. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.00000002");

    private final Map<String, Booked> losses = new HashMap<>();
    private final List<BookedEntry> washes = new ArrayList<>();
    private final Set<EntryId> back = new HashSet<>();
    private final Map<String, BigDecimal> units = new LinkedHashMap<>();
    private final Map<String, BigDecimal> between = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private record Booked(EntryId entry, LossSale loss) {}

    /** What is wrong with the wash sales of a book, whose entries are given oldest first. */
    public static List<Fault> verify(List<BookedEntry> entries) {
        WashVerifier verifier = new WashVerifier();
        entries.forEach(verifier::add);
        return verifier.faults();
    }

    /** Takes the next entry of the book, oldest first; only what has to do with losses is kept. */
    public void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        if (entry.reverses() != null) {
            back.add(entry.reverses());
            return;
        }
        SoldAtLoss.of(entry).forEach(loss -> losses.put(key(loss.sale(), loss.lot()), new Booked(entry.id(), loss)));
        if (entry.kind().equals(EntryKind.WASH_SALE)) {
            washes.add(booked);
        }
    }

    /** What is wrong with what was added. */
    public List<Fault> faults() {
        losses.values().removeIf(loss -> back.contains(loss.entry()));
        washes.stream().filter(booked -> !back.contains(booked.entry().id())).forEach(this::wash);
        between.forEach((source, sum) -> {
            if (sum.signum() != 0) {
                faults.add(new Fault(
                        0,
                        "wash sale " + source + " takes from one account what joins no cost of another: "
                                + Numbers.exact(sum)));
            }
        });
        return faults;
    }

    private static String key(String sale, LotId lot) {
        return sale + " " + lot;
    }

    private void wash(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        WashSource source;
        try {
            source = WashSource.of(entry);
        } catch (IllegalArgumentException e) {
            fault(booked, "does not say what it replaces");
            return;
        }
        between.merge(source.ofLoss(), WashSource.washed(entry, AccountType.FLOWS), BigDecimal::add);
        Booked standing = losses.get(key(source.sale(), source.sold()));
        if (standing == null) {
            fault(booked, "has no sale at a loss of " + source.sold() + " by " + source.sale() + " that stands");
            return;
        }
        LossSale loss = standing.loss();
        if (entry.account().equals(source.replacement().account())) {
            replacement(booked, source, loss);
        }
        if (!WashSource.isBasis(entry)) {
            loss(booked, source, loss);
        }
    }

    private void loss(BookedEntry booked, WashSource source, LossSale loss) {
        String key = key(source.sale(), source.sold());
        BigDecimal replaced = units.merge(key, source.units(), BigDecimal::add);
        if (replaced.compareTo(loss.units()) > 0) {
            fault(
                    booked,
                    "replaces " + Numbers.exact(replaced) + " units in all, but " + Numbers.exact(loss.units())
                            + " were sold");
            return;
        }
        BigDecimal disallowed = WashSource.washed(booked.entry(), AccountType.GAIN_LONG)
                .add(WashSource.washed(booked.entry(), AccountType.GAIN_SHORT))
                .negate();
        BigDecimal due = loss.lossOnNext(source.units());
        if (disallowed.subtract(due).abs().compareTo(ROUNDING) > 0) {
            fault(
                    booked,
                    "disallows " + Numbers.exact(disallowed) + ", but " + Numbers.exact(due)
                            + " of the loss is on the units it replaces");
        }
    }

    private void replacement(BookedEntry booked, WashSource source, LossSale loss) {
        LotId part = source.replacement();
        LotId.Replaces replaces = part.replaces();
        BigDecimal moved = booked.entry().postings().stream()
                .filter(line -> line.account().type() == AccountType.LOT_UNITS
                        && part.equals(line.account().lot()))
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean forGood =
                WashSource.washed(booked.entry(), AccountType.LOT_COST).signum() == 0;
        if (moved.compareTo(source.units()) != 0) {
            fault(
                    booked,
                    "moves " + Numbers.exact(moved) + " units to " + part + ", but says "
                            + Numbers.exact(source.units()));
        }
        if (replaces == null || replaces.days() != (forGood ? 0 : loss.heldDays())) {
            fault(booked, "carries other days over to " + part + " than the " + loss.heldDays() + " it was held");
        }
        if (!WashSales.inWindow(part.acquired(), loss.sold())
                || part.purchase().equals(loss.lot().purchase())) {
            fault(booked, "replaces what was sold on " + loss.sold() + " by " + part + ", which cannot");
        }
    }

    private void fault(BookedEntry booked, String message) {
        faults.add(new Fault(
                booked.sequence(),
                "entry " + booked.sequence() + ", a wash-sale of "
                        + booked.entry().account() + ", " + message));
    }
}
