package dev.vesper.books;

import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.RowSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the fills of a day into entries, one for each order that has any. Every fill lands exactly once.
 *
 * <ul>
 *   <li>A sell takes from the lots that were chosen for it, in their order, and leaves them their share of the cost to the
 *       last part. What no chosen lot covers opens a short lot.
 *   <li>A buy first closes short lots of its account and instrument, oldest first; the rest of it is one new lot. The fee
 *       of a purchase is part of what its lot costs, that of a sale lessens what it earns.
 * </ul>
 *
 * Money moves as it was traded: it is to be paid or to come, units are in transit, until they are settled.
 */
public final class TradeEntries {
    private final Map<LotId, LotBalance> lots = new HashMap<>();
    private final Map<String, TreeMap<LotId, LotBalance>> shorts = new HashMap<>();
    private final LedgerState state;
    private final LocalDate business;
    private final Set<String> shortAllowed;
    private final SettlementDates settlement;

    /** The trade date of the order that is booked. */
    private LocalDate date;

    private TradeEntries(LedgerState state, LocalDate date, Set<String> shortAllowed, SettlementDates settlement) {
        this.state = state;
        this.business = date;
        this.date = date;
        this.shortAllowed = shortAllowed;
        this.settlement = settlement;
        state.balances().lots().forEach(this::put);
    }

    /**
     * The entries of a day.
     *
     * @param state of the book, its accounts opened
     * @param orders in the order in which they are booked
     * @param fills each counts once for its venue and execution id
     * @param date the day of trades whose fills carry none; trades count from their day, and new lots are acquired then
     * @param shortAllowed accounts that may be short
     * @param settlement when trades settle
     * @throws IllegalArgumentException for a fill whose order is not given
     */
    public static List<LedgerEntry> of(
            LedgerState state,
            List<ParentOrder> orders,
            List<Fill> fills,
            LocalDate date,
            Set<String> shortAllowed,
            SettlementDates settlement) {
        Map<String, List<Fill>> byOrder = new HashMap<>();
        orders.forEach(order -> byOrder.put(order.id(), new ArrayList<>()));
        Map<List<String>, Fill> once = new LinkedHashMap<>();
        fills.forEach(fill -> once.putIfAbsent(List.of(fill.venue(), fill.executionId()), fill));
        for (Fill fill : once.values()) {
            List<Fill> known = byOrder.get(fill.parentId());
            if (known == null) {
                throw new IllegalArgumentException("Expected fills of the given orders, but " + fill.executionId()
                        + " belongs to " + fill.parentId());
            }
            known.add(fill);
        }
        TradeEntries trades = new TradeEntries(state, date, shortAllowed, settlement);
        List<LedgerEntry> entries = new ArrayList<>();
        for (ParentOrder order : orders) {
            List<Fill> filled = byOrder.get(order.id());
            if (filled != null && !filled.isEmpty()) {
                entries.add(trades.entry(order, filled));
            }
        }
        return entries;
    }

    /**
     * The entry of what stands of one order, after the one of what stood before was taken back.
     *
     * @param state of the book, without that entry
     * @param fills at least one
     * @param amendments how many there were of the order
     */
    public static LedgerEntry amended(
            LedgerState state,
            ParentOrder order,
            List<Fill> fills,
            int amendments,
            LocalDate date,
            Set<String> shortAllowed,
            SettlementDates settlement) {
        LedgerEntry trade = new TradeEntries(state, date, shortAllowed, settlement).entry(order, fills);
        return new LedgerEntry(
                EntryKind.AMENDED_TRADE,
                order.id() + "/" + amendments,
                trade.account(),
                trade.effective(),
                trade.settles(),
                trade.postings(),
                trade.memo(),
                trade.executions(),
                null);
    }

    private LedgerEntry entry(ParentOrder order, List<Fill> fills) {
        date = fills.getFirst().dateOr(business); // an order is worked in one session
        Unit money = Unit.currency(order.currency());
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (Fill fill : fills) {
            units = units.add(fill.quantity());
            value = value.add(money.rounded(fill.notional()));
            fees = fees.add(money.rounded(fill.fee()));
        }
        Parts parts = new Parts(units, value, fees);
        List<Posting> postings = new ArrayList<>();
        BigDecimal sign = BigDecimal.valueOf(order.side().sign());
        for (LotChoice choice : order.side() == Side.SELL ? order.lots() : shorts(order)) {
            LotBalance lot = lots.get(LotId.of(choice.lotId()));
            if (lot != null && lot.units().signum() == -order.side().sign()) {
                close(lot, parts.next(choice.quantity().min(lot.units().abs())), sign, postings);
            }
        }
        if (parts.left().signum() > 0) {
            open(order, parts.next(parts.left()), sign, postings);
        }
        AccountType cash = order.side() == Side.BUY ? AccountType.PAYABLE : AccountType.RECEIVABLE;
        postings.add(Posting.of(
                LedgerAccount.money(cash, order.currency()),
                value.multiply(sign).add(fees).negate()));
        postings.add(Posting.of(
                LedgerAccount.units(AccountType.TRANSIT, order.symbol()),
                units.multiply(sign).negate()));
        String memo = (order.side() == Side.BUY ? "bought " : "sold ")
                + Unit.plain(units).toPlainString() + " "
                + order.symbol() + " for " + Unit.plain(value).toPlainString() + ", fees "
                + Unit.plain(fees).toPlainString();
        return new LedgerEntry(
                EntryKind.TRADE,
                order.id(),
                order.account(),
                date,
                settlement.of(order.symbol(), date),
                postings,
                memo,
                RowSums.fills(fills),
                null);
    }

    /** Units of one order that go one way, with their share of its value and of its fees. */
    private record Part(BigDecimal units, BigDecimal value, BigDecimal fees) {}

    /** Deals an order out: rounded as it adds up, so that the parts come to the whole. */
    private static final class Parts {
        private final BigDecimal units;
        private final BigDecimal value;
        private final BigDecimal fees;
        private BigDecimal dealt = BigDecimal.ZERO;

        Parts(BigDecimal units, BigDecimal value, BigDecimal fees) {
            this.units = units;
            this.value = value;
            this.fees = fees;
        }

        BigDecimal left() {
            return units.subtract(dealt);
        }

        Part next(BigDecimal wanted) {
            BigDecimal before = dealt;
            dealt = dealt.add(wanted.min(left()));
            return new Part(
                    dealt.subtract(before),
                    share(value, dealt).subtract(share(value, before)),
                    share(fees, dealt).subtract(share(fees, before)));
        }

        private BigDecimal share(BigDecimal whole, BigDecimal of) {
            return whole.multiply(of).divide(units, Unit.Kind.CURRENCY.decimals(), RoundingMode.HALF_EVEN);
        }
    }

    /** Takes units from a lot: what they cost goes, what they brought beyond that is realised. */
    private void close(LotBalance lot, Part part, BigDecimal sign, List<Posting> postings) {
        if (part.units().signum() == 0) {
            return;
        }
        BigDecimal cost = lot.costOf(part.units());
        postings.add(Posting.of(LedgerAccount.lotUnits(lot.id()), part.units().multiply(sign)));
        postings.add(Posting.of(LedgerAccount.lotCost(lot.id(), lot.currency()), cost.negate()));
        LedgerAccount gain = LedgerAccount.money(
                lot.units().signum() > 0 && HoldingPeriod.isLong(lot.id().heldSince(), date)
                        ? AccountType.GAIN_LONG
                        : AccountType.GAIN_SHORT,
                lot.currency());
        // long: cost - value; short, whose cost is what it brought, negated: value - (-cost)
        postings.add(Posting.of(gain, cost.add(part.value().multiply(sign))));
        fee(gain, part, postings);
        put(new LotBalance(
                lot.id(),
                lot.units().add(part.units().multiply(sign)),
                lot.cost().subtract(cost),
                lot.currency()));
    }

    private void open(ParentOrder order, Part part, BigDecimal sign, List<Posting> postings) {
        LotId lot = newId(order);
        PostingCode code = order.side() == Side.BUY
                ? PostingCode.PRINCIPAL
                : shortAllowed.contains(order.account()) ? PostingCode.SHORT_SALE : PostingCode.UNCOVERED;
        LedgerAccount cost = LedgerAccount.lotCost(lot, order.currency());
        postings.add(new Posting(LedgerAccount.lotUnits(lot), part.units().multiply(sign), code));
        postings.add(Posting.of(cost, part.value().multiply(sign)));
        fee(cost, part, postings);
        put(new LotBalance(
                lot, part.units().multiply(sign), part.value().multiply(sign).add(part.fees()), order.currency()));
    }

    private static void fee(LedgerAccount account, Part part, List<Posting> postings) {
        if (part.fees().signum() != 0) {
            postings.add(new Posting(account, part.fees(), PostingCode.FEE));
        }
    }

    /** The first number that no lot of the books ever had. */
    private LotId newId(ParentOrder order) {
        int number = 1;
        while (true) {
            LotId id = new LotId(order.account(), order.symbol(), date, number);
            if (!state.known(id) && !lots.containsKey(id)) {
                return id;
            }
            number++;
        }
    }

    private void put(LotBalance lot) {
        String position = lot.id().account() + "/" + lot.id().symbol();
        TreeMap<LotId, LotBalance> open = shorts.computeIfAbsent(position, _ -> new TreeMap<>(OLDEST));
        open.remove(lot.id());
        lots.put(lot.id(), lot);
        if (lot.units().signum() < 0) {
            open.put(lot.id(), lot);
        }
    }

    private static final Comparator<LotId> OLDEST =
            Comparator.comparing(LotId::acquired).thenComparingInt(LotId::number);

    private List<LotChoice> shorts(ParentOrder order) {
        return shorts.getOrDefault(order.account() + "/" + order.symbol(), new TreeMap<>(OLDEST)).values().stream()
                .map(lot -> new LotChoice(lot.id().toString(), lot.units().negate()))
                .toList();
    }
}
