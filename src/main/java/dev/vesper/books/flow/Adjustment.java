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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the books to a custodian's figure: money, or the units and the cost of one lot, by the difference. The other side is
 * what came in or left beside trades. A change of units has no price, so two people always agree to it.
 */
public record Adjustment(FlowWords words) implements Flow {
    static final FlowKind KIND = new FlowKind(
            "adjustment",
            "Money, or units and cost of a lot, become more or fewer, as a custodian's statement says.",
            List.of("account", "currency"),
            List.of("amount", "symbol", "acquired", "lot", "units", "cost"),
            Adjustment::of);

    private static final EntryKind ADJUSTMENT = new EntryKind("adjustment");

    private static Flow of(FlowWords words) {
        boolean money = words.has("amount");
        boolean lot = words.has("units") || words.has("cost");
        if (money == lot) {
            throw words.problem(
                    money ? "amount" : FlowWords.KIND, "Expected either an amount, or units or cost of a lot");
        }
        for (String column : List.of("symbol", "acquired", "lot")) {
            if (money && words.has(column)) {
                throw words.problem(column, "Expected no " + column + " with an amount");
            }
        }
        if (lot && words.has("lot") == (words.has("symbol") || words.has("acquired"))) {
            throw words.problem(
                    FlowWords.KIND, "Expected either the lot, or the symbol and acquired of one that is new");
        }
        for (String column : List.of("amount", "units", "cost")) {
            boolean nothing = !column.equals("amount")
                    && words.has(column)
                    && words.text(column).equals("0");
            if (words.has(column) && !nothing) {
                words.signed(column);
            }
        }
        if (words.has("acquired") && words.date("acquired").isAfter(words.date())) {
            throw words.problem(
                    "acquired", "Expected a day on or before " + words.date() + ", but got " + words.text("acquired"));
        }
        return new Adjustment(words);
    }

    @Override
    public List<FlowPart> parts() {
        return List.of(new FlowPart(ADJUSTMENT, words.date()));
    }

    @Override
    public Optional<BigDecimal> amount(FlowBook book) {
        return number("units").signum() != 0
                ? Optional.empty()
                : Optional.of(number(words.has("amount") ? "amount" : "cost").abs());
    }

    private BigDecimal number(String column) {
        return !words.has(column) || words.text(column).equals("0") ? BigDecimal.ZERO : words.signed(column);
    }

    @Override
    public List<LedgerEntry> entries(FlowPart part, FlowBook book) {
        String account = book.account(words, "account");
        String currency = book.currency(words, account);
        List<Posting> postings = words.has("amount") ? money(currency) : lot(account, currency, book);
        return List.of(LedgerEntry.of(ADJUSTMENT, id() + "/" + account, account, words.date(), postings, words.memo()));
    }

    private List<Posting> money(String currency) {
        BigDecimal amount = fine("amount", Unit.currency(currency));
        return List.of(
                Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, currency), amount),
                Posting.of(LedgerAccount.money(AccountType.FLOWS, currency), amount.negate()));
    }

    private List<Posting> lot(String account, String currency, FlowBook book) {
        LotId lot = words.has("lot") ? known(account, book) : unknown(account, book);
        BigDecimal units = fine("units", Unit.instrument(lot.symbol()));
        BigDecimal cost = fine("cost", Unit.currency(currency));
        List<Posting> postings = new ArrayList<>();
        if (units.signum() != 0) {
            boolean opensShort = units.signum() < 0 && book.lot(lot).isEmpty();
            postings.add(new Posting(
                    LedgerAccount.lotUnits(lot), units, opensShort ? PostingCode.SHORT_SALE : PostingCode.PRINCIPAL));
            postings.add(Posting.of(LedgerAccount.units(AccountType.CUSTODY, lot.symbol()), units.negate()));
        }
        if (cost.signum() != 0) {
            postings.add(Posting.of(LedgerAccount.lotCost(lot, currency), cost));
            postings.add(Posting.of(LedgerAccount.money(AccountType.FLOWS, currency), cost.negate()));
        }
        if (postings.isEmpty()) {
            throw words.problem(FlowWords.KIND, "Expected units or cost other than zero");
        }
        return postings;
    }

    private BigDecimal fine(String column, Unit unit) {
        BigDecimal number = number(column);
        if (!unit.holds(number)) {
            throw words.problem(
                    column,
                    "Expected at most " + unit.kind().decimals() + " decimals of " + unit + ", but got "
                            + words.text(column));
        }
        return number;
    }

    private LotId known(String account, FlowBook book) {
        String text = words.text("lot");
        try {
            LotId lot = LotId.of(text);
            if (lot.account().equals(account) && book.lot(lot).isPresent()) {
                return lot;
            }
        } catch (IllegalArgumentException noLot) {
            throw words.problem("lot", String.valueOf(noLot.getMessage()));
        }
        throw words.problem(
                "lot",
                "Expected a lot of " + account + " with units, but got \"" + text
                        + "\"; ./vesper books lots shows them");
    }

    private LotId unknown(String account, FlowBook book) {
        LocalDate acquired = words.date("acquired");
        return book.newLots().next(account, book.symbol(words, "symbol"), acquired);
    }
}
