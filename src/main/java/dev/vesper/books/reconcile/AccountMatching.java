package dev.vesper.books.reconcile;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Numbers;
import dev.vesper.books.LotBalance;
import dev.vesper.books.flow.Coins;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One account of a statement against the same account of the books. Not for threads. */
final class AccountMatching {
    /** Splits have whole numbers like 3:2 or 1:20, not 997:1009. */
    private static final BigInteger LARGEST_OF_A_RATIO = BigInteger.valueOf(100);

    private final StatedAccount stated;
    private final SettledAccount ours;
    private final Set<String> symbols;
    private final SortedMap<String, Holding> holdings = new TreeMap<>();
    private final List<OpenItem> early = new ArrayList<>();
    private final List<OpenItem> missing = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();

    /** One symbol on both sides. */
    private final class Holding {
        private final List<StatedLot> stated = new ArrayList<>();
        private List<LotBalance> ours = new ArrayList<>();

        BigDecimal statedUnits() {
            return stated.stream().map(StatedLot::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal ourUnits() {
            return ours.stream().map(LotBalance::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal statedCost() {
            return stated.stream()
                    .map(lot -> lot.cost(AccountMatching.this.ours.currency()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal ourCost() {
            return ours.stream().map(LotBalance::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal difference() {
            return statedUnits().subtract(ourUnits());
        }

        /** Whether all stated units cost what ours of a symbol do, as far as the unit costs of the statement tell. */
        boolean costsWhat(Holding our) {
            BigDecimal rounded = stated.stream().map(StatedLot::roundedAway).reduce(BigDecimal.ZERO, BigDecimal::add);
            return statedCost().subtract(our.ourCost()).abs().compareTo(rounded) <= 0;
        }
    }

    AccountMatching(StatedAccount stated, List<StatedLot> lots, SettledAccount ours, Set<String> symbols) {
        this.stated = stated;
        this.ours = ours;
        this.symbols = symbols;
        lots.forEach(lot -> holding(lot.id().symbol()).stated.add(lot));
        ours.lots().forEach(lot -> holding(lot.id().symbol()).ours.add(lot));
    }

    private Holding holding(String symbol) {
        return holdings.computeIfAbsent(symbol, _ -> new Holding());
    }

    List<Break> breaks() {
        if (!stated.currency().equals(ours.currency())) {
            add(
                    BreakKind.MAPPING,
                    Break.ACCOUNT,
                    ours.cash(),
                    stated.cash(),
                    List.of(),
                    "the statement is in " + stated.currency() + ", the books are in " + ours.currency());
            return breaks;
        }
        otherNames();
        holdings.forEach(this::units);
        explained();
        holdings.forEach(this::lots);
        cash();
        return breaks;
    }

    /** Symbols of one side only: another name of the same holding, or a name that nobody knows. */
    private void otherNames() {
        List<String> theirs = holdings.entrySet().stream()
                .filter(holding -> holding.getValue().ours.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        for (String symbol : theirs) {
            Holding holding = holding(symbol);
            List<String> same = holdings.entrySet().stream()
                    .filter(other -> other.getValue().stated.isEmpty()
                            && other.getValue().ourUnits().compareTo(holding.statedUnits()) == 0)
                    .map(Map.Entry::getKey)
                    .toList();
            boolean known = symbols.contains(symbol);
            if (same.size() == 1 && (!known || holding.costsWhat(holding(same.getFirst())))) {
                String ourName = same.getFirst();
                add(
                        known ? BreakKind.CORPORATE_ACTION : BreakKind.MAPPING,
                        symbol,
                        holding.statedUnits(),
                        holding.statedUnits(),
                        List.of(),
                        known
                                ? "the custodian shows as many " + symbol + " as the books have of " + ourName
                                        + ", at the same cost; maybe a symbol-change is to be posted"
                                : "the custodian calls " + symbol + " what the books call " + ourName);
                holdings.remove(symbol);
                holdings.remove(ourName);
            } else if (!known) {
                add(
                        BreakKind.MAPPING,
                        symbol,
                        BigDecimal.ZERO,
                        holding.statedUnits(),
                        List.of(),
                        "the firm has no instrument " + symbol + NearestName.hint(symbol, symbols));
                holdings.remove(symbol);
            }
        }
    }

    /** The trades by which the units of a symbol differ. */
    private void units(String symbol, Holding holding) {
        BigDecimal difference = holding.difference();
        if (difference.signum() == 0) {
            return;
        }
        Explanation explanation = new Explanation(OpenItem::units, left -> left.signum() == 0);
        explanation
                .of(ofSymbol(ours.open(), symbol), difference)
                .ifPresentOrElse(
                        ahead -> {
                            early.addAll(ahead);
                            add(
                                    BreakKind.TIMING,
                                    symbol,
                                    holding.ourUnits(),
                                    holding.statedUnits(),
                                    causes(ahead),
                                    "the custodian shows before it settles: " + named(ahead));
                        },
                        () -> explanation
                                .of(ofSymbol(ours.late(), symbol), difference.negate())
                                .ifPresent(behind -> {
                                    missing.addAll(behind);
                                    add(
                                            BreakKind.MISSING_TRADE,
                                            symbol,
                                            holding.ourUnits(),
                                            holding.statedUnits(),
                                            causes(behind),
                                            "the custodian does not show what has settled: " + named(behind));
                                }));
    }

    private static List<OpenItem> ofSymbol(List<OpenItem> items, String symbol) {
        return items.stream().filter(item -> item.symbol().equals(symbol)).toList();
    }

    private static List<Cause> causes(List<OpenItem> items) {
        return items.stream().map(Cause::of).toList();
    }

    private static String named(List<OpenItem> items) {
        int shown = 3;
        return items.stream()
                        .limit(shown)
                        .map(item -> Cause.of(item).toString())
                        .collect(Collectors.joining(", "))
                + (items.size() > shown ? " and " + (items.size() - shown) + " more" : "");
    }

    /** Lots are compared with the books as the custodian's trades have them. */
    private void explained() {
        if (early.isEmpty() && missing.isEmpty()) {
            return;
        }
        List<OpenItem> without = Stream.concat(
                        ours.open().stream().filter(item -> !early.contains(item)), missing.stream())
                .toList();
        Map<String, List<LotBalance>> lots = new HashMap<>();
        ours.view(without)
                .lots()
                .forEach(lot -> lots.computeIfAbsent(lot.id().symbol(), _ -> new ArrayList<>())
                        .add(lot));
        holdings.forEach((symbol, holding) -> holding.ours = lots.getOrDefault(symbol, new ArrayList<>()));
    }

    private void lots(String symbol, Holding holding) {
        BigDecimal difference = holding.difference();
        if (difference.signum() != 0
                && holding.ourUnits().signum() == holding.statedUnits().signum()
                && holding.ourCost().signum() != 0
                && holding.costsWhat(holding)) {
            BigInteger[] ratio = ratio(holding.statedUnits(), holding.ourUnits());
            if (ratio[0].max(ratio[1]).compareTo(LARGEST_OF_A_RATIO) <= 0) {
                breaks.add(new Break(
                        BreakKind.CORPORATE_ACTION,
                        stated.account(),
                        symbol,
                        holding.ourUnits(),
                        holding.statedUnits(),
                        holding.ourCost(),
                        holding.statedCost(),
                        ours.currency(),
                        List.of(),
                        "as if the custodian had split " + symbol + " " + ratio[0] + ":" + ratio[1]
                                + ": other units, the same cost in all"));
                return;
            }
        }
        new LotMatching(stated.account(), ours.currency(), breaks).match(holding.stated, holding.ours);
    }

    /** Two numbers of one sign in whole numbers without a common divisor. */
    private static BigInteger[] ratio(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        BigInteger first = one.abs().setScale(scale).unscaledValue();
        BigInteger second = other.abs().setScale(scale).unscaledValue();
        BigInteger common = first.gcd(second);
        return new BigInteger[] {first.divide(common), second.divide(common)};
    }

    private void cash() {
        BigDecimal difference = stated.cash().subtract(ours.cash());
        if (noCoin(difference)) {
            return;
        }
        Explanation explanation = new Explanation(OpenItem::cash, this::noCoin);
        BigDecimal found = explanation.sum(early).subtract(explanation.sum(missing));
        List<OpenItem> known = Stream.concat(early.stream(), missing.stream()).toList();
        if (!known.isEmpty() && noCoin(difference.subtract(found))) {
            moneyOf(known, missing.isEmpty());
            return;
        }
        explanation
                .of(ours.open(), difference)
                .ifPresentOrElse(
                        ahead -> moneyOf(ahead, true),
                        () -> explanation
                                .of(ours.late(), difference.negate())
                                .ifPresentOrElse(
                                        behind -> moneyOf(behind, false),
                                        () -> add(
                                                BreakKind.CASH,
                                                Break.CASH,
                                                ours.cash(),
                                                stated.cash(),
                                                List.of(),
                                                "no trade explains "
                                                        + Numbers.exact(difference) + " "
                                                        + ours.currency())));
    }

    private void moneyOf(List<OpenItem> items, boolean ahead) {
        add(
                ahead ? BreakKind.TIMING : BreakKind.MISSING_TRADE,
                Break.CASH,
                ours.cash(),
                stated.cash(),
                causes(items),
                (ahead ? "the custodian counts before it settles: " : "the custodian does not count what has settled: ")
                        + named(items));
    }

    private boolean noCoin(BigDecimal amount) {
        return amount.setScale(Coins.decimals(ours.currency()), RoundingMode.HALF_DOWN)
                        .signum()
                == 0;
    }

    private void add(
            BreakKind kind, String subject, BigDecimal our, BigDecimal their, List<Cause> causes, String detail) {
        breaks.add(new Break(
                kind,
                stated.account(),
                subject,
                our,
                their,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ours.currency(),
                causes,
                detail));
    }
}
