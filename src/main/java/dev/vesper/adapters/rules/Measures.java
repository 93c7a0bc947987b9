package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Claim;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures a book: how much of each limit its orders would use. */
final class Measures {
    private Measures() {}

    /** Each order's quantity times its decision price. */
    static List<Subject> orderNotional(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        List<Subject> subjects = new ArrayList<>();
        for (ParentOrder order : book.orders()) {
            String what = "The order for " + order.symbol() + " in " + order.account();
            subjects.add(ofOrder(valued, order, what, Unit.AMOUNT, BigDecimal.ONE, order.decisionPrice()));
        }
        return subjects;
    }

    /** Each order's quantity over the average daily volume; unknown volume gives a subject that is not measured. */
    static List<Subject> shareOfDailyVolume(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        List<Subject> subjects = new ArrayList<>();
        for (ParentOrder order : book.orders()) {
            BigDecimal volume = book.averageDailyVolume().getOrDefault(order.symbol(), BigDecimal.ZERO);
            if (volume.signum() > 0) {
                String what = "The order for " + order.symbol() + " in " + order.account();
                Subject subject = ofOrder(valued, order, what, Unit.SHARE_OF_VOLUME, volume, BigDecimal.ONE);
                subject.facts().put("Volume known", true);
                subjects.add(subject);
            } else {
                Map<String, Object> facts = Subject.order(valued, order);
                facts.put("Volume known", false);
                subjects.add(new Subject(facts, Optional.empty(), Optional.of(order)));
            }
        }
        return subjects;
    }

    /** Each position that is held or traded; the subject is its order where there is one. */
    static List<Subject> positionWeight(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        Holdings holdings = valued.holdings();
        SortedMap<String, List<Effect>> effects = new TreeMap<>();
        holdings.units().forEach((symbol, units) -> {
            if (units.signum() != 0) {
                effects.put(symbol, new ArrayList<>());
            }
        });
        for (Effect effect : holdings.effects(book.orders())) {
            effects.computeIfAbsent(effect.order().symbol(), s -> new ArrayList<>())
                    .add(effect);
        }
        List<Subject> subjects = new ArrayList<>();
        effects.forEach((symbol, own) -> {
            String id = own.size() == 1
                    ? own.getFirst().order().id()
                    : book.account().id() + "/" + symbol;
            Map<String, Object> facts = Subject.instrument(valued, symbol);
            subjects.add(
                    exposure(valued, facts, id, symbol + " in " + book.account().id(), List.of(symbol), own));
        });
        return subjects;
    }

    /** Each sector that is held or traded, long and short added without sign. */
    static List<Subject> sectorWeight(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        Holdings holdings = valued.holdings();
        SortedMap<String, List<String>> symbols = new TreeMap<>();
        SortedMap<String, List<Effect>> effects = new TreeMap<>();
        for (String symbol : holdings.units().keySet()) {
            symbols.computeIfAbsent(sector(book, symbol), s -> new ArrayList<>())
                    .add(symbol);
        }
        for (Effect effect : holdings.effects(book.orders())) {
            String sector = sector(book, effect.order().symbol());
            symbols.computeIfAbsent(sector, s -> new ArrayList<>());
            effects.computeIfAbsent(sector, s -> new ArrayList<>()).add(effect);
        }
        List<Subject> subjects = new ArrayList<>();
        symbols.forEach((sector, held) -> {
            Map<String, Object> facts = Subject.account(valued);
            facts.put("Sector", sector);
            String id = book.account().id() + "/" + sector;
            String what = "Sector " + sector + " in " + book.account().id();
            subjects.add(exposure(valued, facts, id, what, held, effects.getOrDefault(sector, List.of())));
        });
        return subjects;
    }

    /** All positions, long and short added without sign. */
    static List<Subject> grossExposure(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        Holdings holdings = valued.holdings();
        if (holdings.units().isEmpty() && book.orders().isEmpty()) {
            return List.of();
        }
        String id = book.account().id();
        return List.of(exposure(
                valued,
                Subject.account(valued),
                id,
                "Gross exposure of " + id,
                List.copyOf(holdings.units().keySet()),
                holdings.effects(book.orders())));
    }

    /** Bought plus sold: every order uses it, also one that lowers a position. */
    static List<Subject> dailyTurnover(AccountBook book) {
        ValuedBook valued = ValuedBook.of(book);
        if (book.orders().isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (ParentOrder order : book.orders()) {
            claim(order, BigDecimal.ZERO, order.decisionPrice()).ifPresent(claims::add);
        }
        String id = book.account().id();
        LimitUtilisation used = new LimitUtilisation(
                id, id, "Turnover of " + id, Unit.SHARE_OF_VALUE, valued.base(), BigDecimal.ZERO, claims);
        return List.of(new Subject(Subject.account(valued), Optional.of(used), Optional.empty()));
    }

    private static Subject exposure(
            ValuedBook valued,
            Map<String, Object> facts,
            String id,
            String what,
            List<String> held,
            List<Effect> effects) {
        Holdings holdings = valued.holdings();
        BigDecimal kept = BigDecimal.ZERO;
        for (String symbol : held) {
            kept = kept.add(holdings.exposure(symbol));
        }
        List<Claim> claims = new ArrayList<>();
        for (Effect effect : effects) {
            BigDecimal price = holdings.price(effect.order().symbol());
            kept = kept.subtract(effect.reducing().multiply(price));
            if (effect.raises()) {
                claim(effect.order(), effect.reducing(), price).ifPresent(claims::add);
            } else {
                kept = kept.add(effect.increasing().multiply(price));
            }
        }
        LimitUtilisation used = new LimitUtilisation(
                valued.account(), id, what, Unit.SHARE_OF_VALUE, valued.base(), kept.max(BigDecimal.ZERO), claims);
        return new Subject(facts, Optional.of(used), Optional.empty());
    }

    private static Subject ofOrder(
            ValuedBook valued, ParentOrder order, String what, Unit unit, BigDecimal base, BigDecimal perUnit) {
        List<Claim> claims = new ArrayList<>();
        claim(order, BigDecimal.ZERO, perUnit).ifPresent(claims::add);
        LimitUtilisation used =
                new LimitUtilisation(order.account(), order.id(), what, unit, base, BigDecimal.ZERO, claims);
        return new Subject(Subject.order(valued, order), Optional.of(used), Optional.of(order));
    }

    /** What costs nothing uses nothing. */
    private static Optional<Claim> claim(ParentOrder order, BigDecimal spared, BigDecimal perUnit) {
        return perUnit.signum() > 0 ? Optional.of(new Claim(order, spared, perUnit)) : Optional.empty();
    }

    private static String sector(AccountBook book, String symbol) {
        String sector = Books.sector(book, symbol);
        return sector.isEmpty() ? "Unknown" : sector;
    }
}
