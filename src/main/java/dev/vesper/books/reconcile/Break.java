package dev.vesper.books.reconcile;

import dev.vesper.books.LotId;
import dev.vesper.books.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One difference between a custodian's statement and the books.
 *
 * @param account the client account
 * @param subject what differs, with the account its identity: {@code cash}, {@code account}, a symbol, a lot {@code
 *     IBM/2017-05-02/1} or the part of one {@code IBM/2017-05-02/1.1+85}, and {@code IBM/2017-05-02/new-1} one that the books have not
 * @param ours units of the books on the settled basis, or their cash
 * @param stated the same of the statement
 * @param oursCost what the units cost in all in the books; 0 where that is not the matter
 * @param statedCost the same of the statement
 * @param causes the trades and dividends that explain it
 * @param detail one sentence for people
 */
public record Break(
        BreakKind kind,
        String account,
        String subject,
        BigDecimal ours,
        BigDecimal stated,
        BigDecimal oursCost,
        BigDecimal statedCost,
        String currency,
        List<Cause> causes,
        String detail) {
    /** The subject of a difference of money. */
    public static final String CASH = "cash";
    /** The subject of an account that only one side knows. */
    public static final String ACCOUNT = "account";

    public Break {
        ours = Unit.plain(ours);
        stated = Unit.plain(stated);
        oursCost = Unit.plain(oursCost);
        statedCost = Unit.plain(statedCost);
        causes = List.copyOf(causes);
    }

    /** Of which difference it tells: another statement that shows it again shows the same one. */
    public String key() {
        return account + " " + subject;
    }

    /** Whether it is a lot that the books have not. */
    public boolean unknownLot() {
        return kind == BreakKind.MISSING_LOT && ours.signum() == 0;
    }

    /**
     * The words of the adjusting entry that brings the books to the custodian's figure, by column of flows.csv, without id,
     * day and memo.
     *
     * @throws IllegalStateException for a kind that no entry mends
     */
    public Map<String, String> adjustment() {
        if (!kind.adjustable()) {
            throw new IllegalStateException("Expected a break that an entry mends, but got a " + kind.word());
        }
        Map<String, String> words = new HashMap<>();
        words.put("kind", "adjustment");
        words.put("account", account);
        words.put("currency", currency);
        if (kind == BreakKind.CASH) {
            words.put("amount", difference().toPlainString());
            return words;
        }
        if (unknownLot()) {
            LotId lot = LotId.of(account + "/" + subject.replace("/" + LotMatching.NEW, "/"));
            words.put("symbol", lot.symbol());
            words.put("acquired", lot.acquired().toString());
        } else {
            words.put("lot", account + "/" + subject);
        }
        words.put("units", difference().toPlainString());
        words.put("cost", Unit.plain(statedCost.subtract(oursCost)).toPlainString());
        return words;
    }

    /** What the custodian has more than the books: units, or money. */
    public BigDecimal difference() {
        return Unit.plain(stated.subtract(ours));
    }
}
