package dev.vesper.limits.measure;

import dev.vesper.limits.AccountBook;
import dev.vesper.market.AssetClasses;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts that many measures know: of the account, of an instrument in it, of an order for it. */
public final class CommonFacts {
    public static final Fact<String> ACCOUNT = Fact.text("Account", "the account's id, such as ACC1");
    public static final Fact<String> STRATEGY = Fact.text("Strategy", "how the account is weighted, such as hrp");
    public static final Fact<String> CURRENCY = Fact.text("Currency", "of the account, such as USD");
    public static final Fact<BigDecimal> ACCOUNT_VALUE =
            Fact.number("Account value", "cash plus positions, in the account's currency");
    public static final Fact<Boolean> SHORT_ALLOWED = Fact.yesOrNo("Short allowed", "whether the account may go short");
    public static final Fact<String> SYMBOL = Fact.text("Symbol", "the instrument's symbol, such as IBM");
    public static final Fact<String> ASSET_CLASS = Fact.known(
            "Asset class",
            AssetClasses.ALL,
            "the instrument's class as the firm's file calls it, such as Equity or ETF");
    public static final Fact<String> SECTOR =
            Fact.text("Sector", "the instrument's sector as the firm's file calls it, such as Energy");
    public static final Fact<Side> SIDE = Fact.oneOf(Side.class, "Side", "whether the order buys or sells");

    /** What is known of an account. */
    public static final Set<Fact<?>> OF_ACCOUNT = Set.of(ACCOUNT, STRATEGY, CURRENCY, ACCOUNT_VALUE, SHORT_ALLOWED);

    /** What is known of an instrument in an account. */
    public static final Set<Fact<?>> OF_INSTRUMENT = and(OF_ACCOUNT, SYMBOL, ASSET_CLASS, SECTOR);

    /** What is known of an order in an account. */
    public static final Set<Fact<?>> OF_ORDER = and(OF_INSTRUMENT, SIDE);

    private CommonFacts() {}

    /** A set with more facts. */
    public static Set<Fact<?>> and(Set<Fact<?>> facts, Fact<?>... more) {
        return Stream.concat(facts.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** The values of {@link #OF_ACCOUNT}. */
    public static FactValues ofAccount(ValuedBook valued) {
        AccountBook book = valued.book();
        return FactValues.none()
                .with(ACCOUNT, book.account().id())
                .with(STRATEGY, book.account().strategy())
                .with(CURRENCY, book.account().cash().currency())
                .with(ACCOUNT_VALUE, valued.base())
                .with(SHORT_ALLOWED, book.shortAllowed())
                .ofAccount(book.account().fields());
    }

    /** The values of {@link #OF_INSTRUMENT}. */
    public static FactValues ofInstrument(ValuedBook valued, String symbol) {
        return ofAccount(valued)
                .with(SYMBOL, symbol)
                .with(ASSET_CLASS, valued.book().assetClass(symbol))
                .with(SECTOR, valued.book().sector(symbol))
                .ofInstrument(valued.book().fields(symbol))
                .onLists(valued.book().listsOf(symbol));
    }

    /** The values of {@link #OF_ORDER}. */
    public static FactValues ofOrder(ValuedBook valued, ParentOrder order) {
        return ofInstrument(valued, order.symbol()).with(SIDE, order.side());
    }
}
