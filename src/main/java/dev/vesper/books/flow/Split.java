package dev.vesper.books.flow;

import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.HoldingPeriod;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotBalance;
import dev.vesper.books.Posting;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every holder's units become more or fewer, and cost in all what they did: a split 2:1 makes two of one, a reverse split
 * 1:10 one of ten, a stock dividend 5:100 five more for each hundred. A part of a unit that is left over in an account is
 * paid in cash at the price that is said, from the newest lot.
 *
 * @param made units that come of {@code held} ones
 */
public record Split(FlowWords words, BigDecimal made, BigDecimal held) implements Flow {
    static final FlowKind SPLIT = new FlowKind(
            "split",
            "Units become more or fewer: ratio 2:1 makes two of one, 1:10 one of ten; price pays parts of a unit.",
            List.of("symbol", "ratio"),
            List.of("price", "currency"),
            words -> of(words, false));
    static final FlowKind STOCK_DIVIDEND = new FlowKind(
            "stock-dividend",
            "Units on top of those held: ratio 5:100 gives five for each hundred; price pays parts of a unit.",
            List.of("symbol", "ratio"),
            List.of("price", "currency"),
            words -> of(words, true));

    private static final int LARGEST = 1_000_000;

    private static Flow of(FlowWords words, boolean onTop) {
        String[] parts = words.text("ratio").split(":", -1);
        if (parts.length != 2) {
            throw ratio(words);
        }
        BigDecimal first = count(words, parts[0]);
        BigDecimal second = count(words, parts[1]);
        if (!onTop && first.compareTo(second) == 0) {
            throw ratio(words);
        }
        if (words.has("price")) {
            words.positive("price");
        }
        return new Split(words, onTop ? first.add(second) : first, second);
    }

    private static BigDecimal count(FlowWords words, String text) {
        boolean digits = !text.isEmpty() && text.length() <= 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) == 0 || Integer.parseInt(text) > LARGEST) {
            throw ratio(words);
        }
        return new BigDecimal(text);
    }

    private static Problem ratio(FlowWords words) {
        return words.problem(
                "ratio",
                "Expected two whole numbers like 2:1 (new units for old ones), 5:100 on top for a stock dividend, but got"
                        + " \"" + words.text("ratio") + "\"");
    }

    private EntryKind kind() {
        return new EntryKind(words.text(FlowWords.KIND));
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(kind(), words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        String symbol = book.symbol(words, "symbol");
        List<LedgerEntry> entries = new ArrayList<>();
        book.lotsBefore(words, symbol).forEach((account, lots) -> {
            List<Posting> postings = postings(book, account, lots);
            String memo = symbol + " " + words.text("ratio") + (words.memo().isEmpty() ? "" : ": " + words.memo());
            if (!postings.isEmpty()) {
                entries.add(LedgerEntry.of(kind(), id() + "/" + account, account, words.date(), postings, memo));
            }
        });
        return entries;
    }

    /** Each lot becomes its share; together they are what all units become, to the last digit. */
    private List<Posting> postings(FlowBook book, String account, List<LotBalance> lots) {
        List<LotBalance> after = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal dealt = BigDecimal.ZERO;
        for (LotBalance lot : lots) {
            before = before.add(lot.units());
            BigDecimal units = become(before).subtract(dealt);
            dealt = dealt.add(units);
            after.add(new LotBalance(lot.id(), units, lot.cost(), lot.currency()));
            postings.add(Posting.of(LedgerAccount.lotUnits(lot.id()), units.subtract(lot.units())));
        }
        BigDecimal whole = wholeUnits(before) ? dealt.setScale(0, RoundingMode.DOWN) : dealt;
        leftOver(book, account, after, dealt.subtract(whole), postings);
        BigDecimal moved = postings.stream()
                .filter(p -> p.account().type() == AccountType.LOT_UNITS)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        postings.add(Posting.of(LedgerAccount.units(AccountType.CUSTODY, words.text("symbol")), moved.negate()));
        return postings;
    }

    private BigDecimal become(BigDecimal units) {
        return units.multiply(made).divide(held, Unit.Kind.INSTRUMENT.decimals(), RoundingMode.HALF_EVEN);
    }

    private static boolean wholeUnits(BigDecimal units) {
        return units.stripTrailingZeros().scale() <= 0;
    }

    /** Cash in lieu of a part of a unit: sold from the newest lots, as a sale is. */
    private void leftOver(
            FlowBook book, String account, List<LotBalance> lots, BigDecimal part, List<Posting> postings) {
        if (part.signum() == 0) {
            return;
        }
        if (!words.has("price")) {
            throw words.problem(
                    "price",
                    "Expected the price of one new unit, because " + account + " is left with "
                            + part.stripTrailingZeros().toPlainString() + " of a unit that is paid in cash");
        }
        String currency = book.currency(words, account);
        BigDecimal value = Coins.rounded(part.multiply(words.positive("price")), currency);
        BigDecimal left = part;
        BigDecimal paid = BigDecimal.ZERO;
        for (LotBalance lot : lots.reversed()) {
            BigDecimal units = left.abs().min(lot.units().abs());
            if (units.signum() == 0 || lot.units().signum() != part.signum()) {
                continue;
            }
            BigDecimal signed = units.multiply(BigDecimal.valueOf(part.signum()));
            left = left.subtract(signed);
            BigDecimal share = left.signum() == 0
                    ? value.subtract(paid)
                    : Coins.rounded(value.multiply(signed).divide(part, 12, RoundingMode.HALF_EVEN), currency);
            paid = paid.add(share);
            BigDecimal cost = lot.costOf(units);
            postings.add(Posting.of(LedgerAccount.lotUnits(lot.id()), signed.negate()));
            postings.add(Posting.of(LedgerAccount.lotCost(lot.id(), currency), cost.negate()));
            AccountType gain =
                    signed.signum() > 0 && HoldingPeriod.isLong(lot.id().heldSince(), words.date())
                            ? AccountType.GAIN_LONG
                            : AccountType.GAIN_SHORT;
            postings.add(Posting.of(LedgerAccount.money(gain, currency), cost.subtract(share)));
            if (left.signum() == 0) {
                break;
            }
        }
        postings.add(Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, currency), value));
    }
}
