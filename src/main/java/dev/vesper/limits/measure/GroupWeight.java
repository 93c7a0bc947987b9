package dev.vesper.limits.measure;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Holdings.Effect;
import dev.vesper.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The market value of all instruments that have something in common over the account's value: 400 XOM and 200 CVX at 100,
 * both of the sector Energy, in an account of 100,000 are 60 %. An instrument that is not classified belongs to no group:
 * what is not known of several makes them no group of their own. One that stands on two lists belongs to both.
 */
public final class GroupWeight implements Measure {
    static final Fact<String> ISSUER =
            Fact.text("Issuer", "who issued the instrument, of the column issuer of instruments.csv");
    static final Fact<String> COUNTRY =
            Fact.text("Country", "the instrument's country, of the column country of instruments.csv");
    static final Fact<String> RATING =
            Fact.text("Rating", "the instrument's rating, of the column rating of instruments.csv");
    static final Fact<String> INSTRUMENT_CURRENCY =
            Fact.text("Instrument currency", "the instrument's currency, such as USD");

    public static final Fact<String> LIST =
            Fact.text("List", "a list of the rules that the instrument stands on, such as restricted");

    private final String what;
    private final Fact<String> fact;
    private final BiFunction<AccountBook, String, ? extends Collection<String>> groups;
    private final Set<Fact<?>> facts;

    private GroupWeight(
            String what, Fact<String> fact, BiFunction<AccountBook, String, ? extends Collection<String>> groups) {
        this.what = what;
        this.fact = fact;
        this.groups = groups;
        this.facts = CommonFacts.and(CommonFacts.OF_ACCOUNT, fact);
    }

    public static GroupWeight ofSector() {
        return ofOne("sector", CommonFacts.SECTOR, AccountBook::sector);
    }

    public static GroupWeight ofAssetClass() {
        return ofOne("asset class", CommonFacts.ASSET_CLASS, AccountBook::assetClass);
    }

    public static GroupWeight ofCurrency() {
        return ofOne("currency", INSTRUMENT_CURRENCY, (book, symbol) -> {
            Instrument instrument = book.instruments().get(symbol);
            return instrument == null ? "" : instrument.currency();
        });
    }

    public static GroupWeight ofIssuer() {
        return ofColumn("issuer", ISSUER);
    }

    public static GroupWeight ofCountry() {
        return ofColumn("country", COUNTRY);
    }

    public static GroupWeight ofRating() {
        return ofColumn("rating", RATING);
    }

    /** Of the lists of the rules; an instrument counts for each that it stands on. */
    public static GroupWeight ofList() {
        return new GroupWeight("list", LIST, AccountBook::listsOf);
    }

    private static GroupWeight ofColumn(String column, Fact<String> fact) {
        return ofOne(column, fact, (book, symbol) -> book.fields(symbol).text(column));
    }

    private static GroupWeight ofOne(String what, Fact<String> fact, BiFunction<AccountBook, String, String> group) {
        return new GroupWeight(what, fact, (book, symbol) -> {
            String own = group.apply(book, symbol);
            return own.isEmpty() ? List.of() : List.of(own);
        });
    }

    @Override
    public String label() {
        return what.replace(' ', '-') + "-weight";
    }

    @Override
    public String sentence() {
        return "one " + what + "'s market value over the account's value, long and short added without sign";
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
        return facts;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        AccountBook book = valued.book();
        Holdings holdings = valued.holdings();
        SortedMap<String, List<String>> symbols = new TreeMap<>();
        SortedMap<String, List<Effect>> effects = new TreeMap<>();
        for (String symbol : holdings.units().keySet()) {
            for (String name : groups.apply(book, symbol)) {
                symbols.computeIfAbsent(name, g -> new ArrayList<>()).add(symbol);
            }
        }
        for (Effect effect : holdings.effects(book.orders())) {
            for (String name : groups.apply(book, effect.order().symbol())) {
                symbols.computeIfAbsent(name, g -> new ArrayList<>());
                effects.computeIfAbsent(name, g -> new ArrayList<>()).add(effect);
            }
        }
        List<Measured> measured = new ArrayList<>();
        symbols.forEach((name, held) -> measured.add(new Measured.Used(
                CommonFacts.ofAccount(valued).with(fact, name),
                Exposure.of(
                        valued,
                        valued.account() + "/" + name,
                        Character.toUpperCase(what.charAt(0)) + what.substring(1) + " " + name + " in "
                                + valued.account(),
                        held,
                        effects.getOrDefault(name, List.of())))));
        return measured;
    }
}
