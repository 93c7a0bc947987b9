package dev.vesper.limits.bounds;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Bound;
import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.waiver.Lifted;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What tables allow, found by asking them about trial orders: a purchase of every instrument, then a sale of every one that
 * goes through zero. Each table is asked by its own measure and its own facts, so whatever an analyst writes, and whatever
 * measure is added, is respected. Rows without a limit, or that only warn, bind nothing.
 *
 * <p>A measure whose use is no sum over the orders ({@link Measure#addsUp}) has no such bound: it judges the plan.
 */
public final class LimitBounds {
    private final AccountBook book;
    private final Waivers waivers;
    private final ValuedBook untraded;
    private final Map<Side, ValuedBook> trials = new EnumMap<>(Side.class);
    private Optional<NamesBound> names = Optional.empty();

    private LimitBounds(AccountBook book, Collection<String> symbols, Waivers waivers) {
        this.book = book;
        this.waivers = waivers;
        this.untraded = ValuedBook.of(book.withOrders(List.of()));
        for (Side side : Side.values()) {
            List<ParentOrder> orders = new ArrayList<>();
            for (String symbol : new TreeSet<>(symbols)) {
                trial(symbol, side).ifPresent(orders::add);
            }
            trials.put(side, ValuedBook.of(book.withOrders(orders)));
        }
    }

    /** What the tables allow, with nothing waived. */
    public static Bounds of(List<LimitTable> tables, AccountBook book, Collection<String> symbols) {
        return of(tables, book, symbols, Waivers.NONE);
    }

    /**
     * What the tables allow.
     *
     * @param book before it trades: its orders do not count
     * @param symbols what may be traded; one without a price or of which nothing is known is left out
     * @param waivers lift what they are about, as they do where orders are judged
     */
    public static Bounds of(List<LimitTable> tables, AccountBook book, Collection<String> symbols, Waivers waivers) {
        LimitBounds asked = new LimitBounds(book, symbols, waivers);
        List<OrderBound> orders = new ArrayList<>();
        List<SharedBound> shared = new ArrayList<>();
        tables.forEach(table -> asked.ask(table, orders, shared));
        return Bounds.of(orders, shared).within(asked.names);
    }

    /** One lot, or where the order first brings the position to zero, so much that it ends beyond it. */
    private Optional<ParentOrder> trial(String symbol, Side side) {
        Instrument instrument = book.instruments().get(symbol);
        BigDecimal price = untraded.holdings().price(symbol);
        if (instrument == null || price.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal held = untraded.holdings().units(symbol);
        BigDecimal towardsZero = held.signum() * side.sign() < 0
                ? Holdings.wholeLots(held.abs(), instrument.lotSize())
                : BigDecimal.ZERO;
        return Optional.of(new ParentOrder(
                side + " " + symbol,
                book.account().id(),
                symbol,
                side,
                towardsZero.add(towardsZero).add(instrument.lotSize()),
                instrument.lotSize(),
                instrument.tickSize(),
                price,
                instrument.currency(),
                SlicingStrategy.TWAP,
                List.of()));
    }

    private void ask(LimitTable table, List<OrderBound> orders, List<SharedBound> shared) {
        if (!table.measure().addsUp()) {
            return;
        }
        if (table.measure().bound() == Bound.MINIMUM) {
            askMinimum(table, shared);
            return;
        }
        Map<String, BigDecimal> before = amounts(table.measure().of(untraded));
        Map<String, Sum> sums = new LinkedHashMap<>();
        trials.forEach((side, trial) -> {
            for (Measured measured : table.measure().of(trial)) {
                RiskLimit limit = table.decide(measured.facts());
                if (limit.action() == LimitAction.WARN) {
                    continue;
                }
                switch (measured) {
                    case Measured.Unknown unknown ->
                        unknown.orders()
                                .forEach(order -> orders.add(new OrderBound(
                                        order.symbol(),
                                        side,
                                        BigDecimal.ZERO,
                                        why(limit, unknown.missing().sentence(List.of(order.symbol()))))));
                    case Measured.Used used when used.used().unit() == Unit.COUNT -> names(waivers.lift(limit, used));
                    case Measured.Used used
                    when limit.limit().isPresent() && !used.used().claims().isEmpty() -> {
                        Lifted lifted = waivers.lift(limit, used);
                        if (used.used().ofOneOrder()) {
                            orders.add(alone(used.used(), lifted));
                        } else {
                            sums.computeIfAbsent(
                                            used.used().subject(),
                                            subject -> new Sum(subject, before.getOrDefault(subject, BigDecimal.ZERO)))
                                    .add(side, used.used(), lifted);
                        }
                    }
                    case Measured.Used _ -> {}
                }
            }
        });
        sums.values().forEach(sum -> sum.bound().ifPresent(shared::add));
    }

    /** A name is a name however few units it has: it is no bound of units. Of several tables the tightest counts. */
    private void names(Lifted limit) {
        Optional<Integer> most =
                limit.hard().map(hard -> hard.setScale(0, RoundingMode.FLOOR).intValue());
        if (most.isPresent()
                && names.filter(known -> known.most() <= most.get()).isEmpty()) {
            names = Optional.of(new NamesBound(most.get(), why(limit, Unit.COUNT, "at most ")));
        }
    }

    /**
     * A minimum that purchases lower and sales raise is, seen from below, a maximum that purchases use and sales free: at least
     * 2 % in cash is at most -2 % of what is negative cash. One that sales lower has no bound; it judges the plan.
     */
    private void askMinimum(LimitTable table, List<SharedBound> shared) {
        List<Measured> sold = table.measure().of(sales());
        if (sold.stream()
                .anyMatch(one -> !(one instanceof Measured.Used used)
                        || !used.used().claims().isEmpty())) {
            return;
        }
        Map<String, BigDecimal> raised = amounts(sold);
        Map<String, BigDecimal> before = amounts(table.measure().of(untraded));
        for (Measured measured : table.measure().of(purchases())) {
            RiskLimit limit = table.decide(measured.facts());
            if (limit.action() == LimitAction.WARN
                    || limit.limit().isEmpty()
                    || !(measured instanceof Measured.Used used)
                    || used.used().unit() == Unit.COUNT) {
                continue;
            }
            String subject = used.used().subject();
            BigDecimal kept = before.getOrDefault(subject, used.used().kept());
            Optional<List<SharedBound.Part>> parts =
                    raised(used.used(), raised.getOrDefault(subject, kept).subtract(kept));
            if (parts.isPresent() && used.used().kept().compareTo(kept) == 0) {
                Lifted lifted = waivers.lift(limit, used);
                shared.add(new SharedBound(
                        subject,
                        lifted.hard().orElseThrow().multiply(used.used().base()).negate(),
                        kept.negate(),
                        parts.get(),
                        why(lifted, used.used().unit(), Bound.MINIMUM.so() + " ")));
            }
        }
    }

    /**
     * What purchases use and sales free, as much of a unit; empty where that is not what all sales together raise.
     *
     * @param raised by the sales of the trial
     */
    private Optional<List<SharedBound.Part>> raised(LimitUtilisation used, BigDecimal raised) {
        Map<String, BigDecimal> perUnit = new HashMap<>();
        List<SharedBound.Part> parts = new ArrayList<>();
        for (Claim claim : used.claims()) {
            String symbol = claim.order().symbol();
            perUnit.put(symbol, claim.perUnit());
            parts.add(new SharedBound.Part(symbol, Side.BUY, claim.perUnit(), claim.spared(), /* frees= */ true));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (ParentOrder sale : sales().book().orders()) {
            BigDecimal each = perUnit.getOrDefault(sale.symbol(), BigDecimal.ZERO);
            sum = sum.add(each.multiply(sale.quantity()));
            if (each.signum() > 0) {
                parts.add(new SharedBound.Part(sale.symbol(), Side.SELL, each, sale.quantity(), /* frees= */ true));
            }
        }
        return sum.compareTo(raised) == 0 && !used.claims().isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    private ValuedBook purchases() {
        return Objects.requireNonNull(trials.get(Side.BUY));
    }

    private ValuedBook sales() {
        return Objects.requireNonNull(trials.get(Side.SELL));
    }

    private static Map<String, BigDecimal> amounts(List<Measured> all) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        for (Measured measured : all) {
            if (measured instanceof Measured.Used used) {
                amounts.put(used.used().subject(), used.used().amount());
            }
        }
        return amounts;
    }

    private static OrderBound alone(LimitUtilisation used, Lifted limit) {
        Claim claim = used.claims().getFirst();
        BigDecimal lot = claim.order().lotSize();
        BigDecimal room = used.headroom(limit.hard().orElseThrow())
                .divide(claim.perUnit().multiply(lot), 0, RoundingMode.FLOOR)
                .multiply(lot);
        BigDecimal units = claim.spared().signum() > 0 ? claim.spared().add(room.max(BigDecimal.ZERO)) : room;
        return new OrderBound(claim.order().symbol(), claim.order().side(), units, why(limit, used.unit()));
    }

    private static Why why(Lifted limit, Unit unit) {
        return why(limit, unit, "");
    }

    private static Why why(Lifted limit, Unit unit, String before) {
        BigDecimal most = limit.hard().orElseThrow();
        String said = switch (unit) {
            case AMOUNT -> Numbers.amount(most);
            case SHARE_OF_VALUE, SHARE_OF_VOLUME, SHARE_A_YEAR -> Numbers.share(most);
            case DAYS, COUNT -> Numbers.quantity(most);
        };
        String waived = limit.by().map(by -> ", waived by " + by.id()).orElse("");
        return why(limit.limit(), before + said + unit.phrase() + waived);
    }

    private static Why why(RiskLimit limit, String said) {
        return new Why(limit.rule(), limit.row(), said);
    }

    /** One subject of a measure, as both trials use it. */
    private static final class Sum {
        private final String subject;
        private final BigDecimal before;
        private final List<SharedBound.Part> parts = new ArrayList<>();
        private Optional<BigDecimal> most = Optional.empty();
        private Optional<Why> why = Optional.empty();
        private boolean adds = true;

        Sum(String subject, BigDecimal before) {
            this.subject = subject;
            this.before = before;
        }

        void add(Side side, LimitUtilisation used, Lifted limit) {
            BigDecimal allowed = limit.hard().orElseThrow().multiply(used.base());
            if (most.isEmpty() || allowed.compareTo(most.get()) < 0) {
                most = Optional.of(allowed);
                why = Optional.of(why(limit, used.unit()));
            }
            BigDecimal spared = BigDecimal.ZERO;
            for (Claim claim : used.claims()) {
                spared = spared.add(claim.spared().multiply(claim.perUnit()));
            }
            boolean frees = used.kept().compareTo(before.subtract(spared).max(BigDecimal.ZERO)) == 0;
            adds = adds && (frees || used.kept().compareTo(before) == 0);
            for (Claim claim : used.claims()) {
                parts.add(new SharedBound.Part(claim.order().symbol(), side, claim.perUnit(), claim.spared(), frees));
            }
        }

        /** None where the use is not what was used and what each order adds to it, or where only sales use it. */
        Optional<SharedBound> bound() {
            return adds && parts.stream().anyMatch(part -> part.side() == Side.BUY)
                    ? Optional.of(new SharedBound(subject, most.orElseThrow(), before, parts, why.orElseThrow()))
                    : Optional.empty();
        }
    }
}
