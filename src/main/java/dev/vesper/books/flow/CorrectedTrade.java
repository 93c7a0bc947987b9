package dev.vesper.books.flow;

import dev.vesper.books.AccountType;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerAccount;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LotId;
import dev.vesper.books.Posting;
import dev.vesper.books.PostingCode;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trade that was taken back, at another price: the same units of the same lots, each taking its share of the value and the
 * fees by its units. A lot that the trade opened is opened anew, under the next free number.
 */
final class CorrectedTrade {
    private CorrectedTrade() {}

    /**
     * The entry that books it right.
     *
     * @param fees in all; empty for those of the trade
     * @param date from which it counts
     */
    static LedgerEntry of(
            LedgerEntry wrong,
            BigDecimal price,
            Optional<BigDecimal> fees,
            FlowBook.NewLots numbers,
            EntryKind kind,
            String source,
            LocalDate date) {
        List<Posting> moves = lines(wrong, AccountType.LOT_UNITS).toList();
        String currency = lines(wrong, AccountType.LOT_COST)
                .findFirst()
                .orElseThrow()
                .account()
                .unit()
                .code();
        Unit money = Unit.currency(currency);
        BigDecimal units = moves.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = money.rounded(units.multiply(price)); // with the sign of what came in
        BigDecimal fee = fees.orElseGet(() -> wrong.postings().stream()
                .filter(line -> line.code() == PostingCode.FEE)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Posting> postings = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        List<Posting> gains = gains(wrong);
        int closed = 0;
        for (Posting move : moves) {
            BigDecimal until = before.add(move.amount());
            BigDecimal part = share(value, until, units).subtract(share(value, before, units));
            BigDecimal cost = share(fee, until, units).subtract(share(fee, before, units));
            before = until;
            LotId lot = move.account().lot();
            if (lot == null) {
                continue;
            }
            boolean opens = closed == gains.size(); // lots are closed first, each with its gain
            LotId named = opens ? numbers.next(lot.account(), lot.symbol(), lot.acquired()) : lot;
            postings.add(new Posting(LedgerAccount.lotUnits(named), move.amount(), move.code()));
            if (opens) {
                LedgerAccount account = LedgerAccount.lotCost(named, currency);
                postings.add(Posting.of(account, part));
                fee(account, cost, postings);
            } else {
                LedgerAccount gain = gains.get(closed).account();
                BigDecimal taken = lines(wrong, AccountType.LOT_COST)
                        .filter(line -> lot.equals(line.account().lot()))
                        .map(Posting::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                postings.add(Posting.of(LedgerAccount.lotCost(lot, currency), taken));
                postings.add(Posting.of(gain, part.subtract(taken)));
                fee(gain, cost, postings);
                closed++;
            }
        }
        AccountType cash = units.signum() > 0 ? AccountType.PAYABLE : AccountType.RECEIVABLE;
        postings.add(
                Posting.of(LedgerAccount.money(cash, currency), value.add(fee).negate()));
        postings.add(Posting.of(
                LedgerAccount.units(
                        AccountType.TRANSIT, moves.getFirst().account().unit().code()),
                units.negate()));
        return LedgerEntry.of(kind, source, wrong.account(), date, postings, "booked anew at " + price.toPlainString());
    }

    private static Stream<Posting> lines(LedgerEntry entry, AccountType type) {
        return entry.postings().stream().filter(line -> line.account().type() == type);
    }

    private static BigDecimal share(BigDecimal whole, BigDecimal of, BigDecimal units) {
        return whole.multiply(of).divide(units, Unit.Kind.CURRENCY.decimals(), RoundingMode.HALF_EVEN);
    }

    private static List<Posting> gains(LedgerEntry wrong) {
        return wrong.postings().stream()
                .filter(line -> line.code() != PostingCode.FEE)
                .filter(line -> line.account().type() == AccountType.GAIN_LONG
                        || line.account().type() == AccountType.GAIN_SHORT)
                .toList();
    }

    private static void fee(LedgerAccount account, BigDecimal amount, List<Posting> postings) {
        if (amount.signum() != 0) {
            postings.add(new Posting(account, amount, PostingCode.FEE));
        }
    }
}
