package dev.vesper.limits.measure;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One sector's market value over the account's, long and short added without sign: 400 XOM and 200 CVX at 100, both Energy,
 * in an account of 100,000 are 60 %. Instruments without a sector make the sector {@code Unknown}.
 */
public final class SectorWeight implements Measure {
    private static final String UNKNOWN = "Unknown";
    private static final Set<Fact<?>> FACTS = CommonFacts.and(CommonFacts.OF_ACCOUNT, CommonFacts.SECTOR);

    @Override
    public String label() {
        return "sector-weight";
    }

    @Override
    public String sentence() {
        return "one sector's market value over the account's value, long and short added without sign";
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return Optional.of(BigDecimal.ONE);
    }

    @Override
    public Scope scope() {
        return Scope.ACCOUNT;
    }

    @Override
    public Set<Fact<?>> facts() {
        return FACTS;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        AccountBook book = valued.book();
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
        List<Measured> measured = new ArrayList<>();
        symbols.forEach((sector, held) -> {
            FactValues facts = CommonFacts.ofAccount(valued).with(CommonFacts.SECTOR, sector);
            String subject = valued.account() + "/" + sector;
            String what = "Sector " + sector + " in " + valued.account();
            measured.add(new Measured.Used(
                    facts, Exposure.of(valued, subject, what, held, effects.getOrDefault(sector, List.of()))));
        });
        return measured;
    }

    private static String sector(AccountBook book, String symbol) {
        String sector = book.sector(symbol);
        return sector.isEmpty() ? UNKNOWN : sector;
    }
}
