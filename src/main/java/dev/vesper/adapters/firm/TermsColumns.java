package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Row;
import dev.vesper.basics.NearestName;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.AccountTerms.Spends;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The columns of accounts.csv that may be left out: household, kind, spends and unsettled, in the words of brokers and custodians. */
final class TermsColumns {
    private static final String HOUSEHOLD = "household";
    private static final String KIND = "kind";
    private static final String SPENDS = "spends";

    private static final String UNSETTLED = "unsettled";

    static final List<String> ALL = List.of(HOUSEHOLD, KIND, SPENDS, UNSETTLED);

    private static final String TAXABLE_WORD = "taxable";
    private static final String RETIREMENT_WORD = "retirement";
    private static final String TRADED_WORD = "traded";
    private static final String SETTLED_WORD = "settled";

    /** Letters and digits alone, in small letters: {@code Roth IRA}, {@code ROTH-IRA} and {@code roth_ira} are one. */
    private static final Set<String> TAXABLE = Set.of(
            TAXABLE_WORD,
            "individual",
            "joint",
            "jointtenants",
            "jtwros",
            "tenantsincommon",
            "communityproperty",
            "brokerage",
            "trust",
            "custodial",
            "ugma",
            "utma",
            "corporate",
            "corporation",
            "partnership",
            "llc");

    private static final Set<String> RETIREMENT = Set.of(
            RETIREMENT_WORD,
            "ira",
            "traditionalira",
            "rolloverira",
            "rothira",
            "roth",
            "sepira",
            "sep",
            "simpleira",
            "inheritedira",
            "401k",
            "solo401k",
            "roth401k",
            "403b",
            "457b",
            "keogh",
            "pension");

    private static final Set<String> TRADED = Set.of(TRADED_WORD, "margin");
    private static final Set<String> SETTLED = Set.of(SETTLED_WORD, "cash", "cashaccount", "settledcash");

    private static final int LONGEST_NAME = 64;

    private TermsColumns() {}

    static AccountTerms read(Row row) {
        String household = row.textOr(HOUSEHOLD, "").strip();
        boolean plain = household.length() <= LONGEST_NAME
                && household.chars().allMatch(c -> " .-_".indexOf(c) >= 0 || Character.isLetterOrDigit(c));
        if (!plain) {
            throw row.problem(
                    HOUSEHOLD,
                    "Expected a household of at most " + LONGEST_NAME
                            + " letters, digits, spaces, points, hyphens or underscores, but got \"" + household
                            + "\"");
        }
        boolean retirement = oneOf(row, KIND, TAXABLE, RETIREMENT, TAXABLE_WORD + " or " + RETIREMENT_WORD);
        boolean settled = oneOf(row, SPENDS, TRADED, SETTLED, TRADED_WORD + " or " + SETTLED_WORD);
        return new AccountTerms(
                household.toLowerCase(Locale.ROOT), retirement, settled ? Spends.SETTLED : Spends.TRADED);
    }

    /** How much of an account's cash is of sales whose money has not arrived. */
    static BigDecimal unsettled(Row row) {
        return row.textOr(UNSETTLED, "").isBlank() ? BigDecimal.ZERO : row.between(UNSETTLED, "0", "1e15");
    }

    /** As {@link #read} and {@link #unsettled} read them. */
    static List<String> cells(Account account) {
        AccountTerms terms = account.terms();
        return List.of(
                terms.household(),
                terms.retirement() ? RETIREMENT_WORD : TAXABLE_WORD,
                terms.spends() == Spends.SETTLED ? SETTLED_WORD : TRADED_WORD,
                account.unsettled().toPlainString());
    }

    /** Whether a cell has a word of the second list; an empty one is of the first. */
    private static boolean oneOf(Row row, String column, Set<String> first, Set<String> second, String expected) {
        String said = row.textOr(column, "").strip();
        StringBuilder letters = new StringBuilder();
        said.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String word = letters.toString();
        if (said.isEmpty() || first.contains(word)) {
            return false;
        }
        if (second.contains(word)) {
            return true;
        }
        Set<String> known = new TreeSet<>(first);
        known.addAll(second);
        throw row.problem(
                column, "Expected " + expected + ", but got \"" + said + "\"" + NearestName.hint(word, known));
    }
}
