package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Utilisation;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One limit as the pages write it.
 *
 * @param bar how wide the bar is, in hundredths of a drawing of 200, of which 130 are the limit
 * @param before where the mark of what was used before the orders stands; negative where that is not known
 * @param warning where the rule begins to warn; negative where it does not
 * @param told what the drawing shows, in words
 * @param breached in how many accounts, in words
 */
public record LimitRow(
        String rule,
        String href,
        String version,
        String measure,
        String basis,
        String account,
        String accountHref,
        String subject,
        String allowed,
        String was,
        String asked,
        String is,
        String utilisation,
        int bar,
        int before,
        int warning,
        String told,
        String state,
        Tone tone,
        String reason,
        String breached) {
    /** Of a drawing 200 wide: a bar beyond it is cut off, its number stands beside it. */
    private static final int FULL = 130;

    private static final int WIDEST = 200;

    static LimitRow of(String run, LimitLine line) {
        BigDecimal last = line.after() == null ? line.asked() : line.after();
        int now = width(line, last);
        return new LimitRow(
                line.rule(),
                LimitPage.href(run, line.rule()),
                line.version(),
                line.measure(),
                basis(line.basis()),
                line.account(),
                LimitOrdersPage.href(run, line.rule(), line.account()),
                line.subject(),
                (line.bound() == Bound.MINIMUM ? "at least " : "") + number(line.basis(), line.limit()),
                number(line.basis(), line.before()),
                number(line.basis(), line.asked()),
                number(line.basis(), line.after()),
                Numbers.percent(full(line, last), 1),
                now,
                line.before() == null ? -1 : width(line, line.before()),
                line.warning() == null ? -1 : width(line, line.warning()),
                told(line, last),
                words(line),
                tone(line),
                line.reason(),
                line.breached() == 0
                        ? "none of " + Counted.of(line.accounts(), "account")
                        : line.breached() + " of " + Counted.of(line.accounts(), "account"));
    }

    private static double full(LimitLine line, BigDecimal used) {
        return Utilisation.of(line.bound(), used, line.limit());
    }

    private static int width(LimitLine line, BigDecimal used) {
        return (int) Math.round(Math.min(WIDEST, FULL * full(line, used)));
    }

    private static String told(LimitLine line, BigDecimal last) {
        BigDecimal warning = line.warning();
        return Numbers.percent(full(line, last), 1) + " of the limit"
                + (line.before() == null
                        ? ""
                        : ", " + Numbers.percent(full(line, line.before()), 1) + " before the orders")
                + (warning == null ? "" : ", warns at " + Numbers.percent(full(line, warning), 0));
    }

    /** What no table measures is a share below this, and an amount of money from it on. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);

    private static String number(@Nullable Unit basis, @Nullable BigDecimal value) {
        if (value == null) {
            return Numbers.NONE;
        }
        return switch (basis) {
            case null -> value.abs().compareTo(LARGE) < 0 ? Numbers.exact(value) : Numbers.amount(value);
            case AMOUNT -> Numbers.amount(value);
            case DAYS, COUNT -> Numbers.exact(value);
            case SHARE_OF_VALUE, SHARE_OF_VOLUME, SHARE_A_YEAR -> Numbers.percent(value.doubleValue(), 2);
        };
    }

    private static String basis(@Nullable Unit basis) {
        return basis == null
                ? ""
                : switch (basis) {
                    case SHARE_OF_VALUE -> "share of the account's value";
                    case SHARE_OF_VOLUME -> "share of the average daily volume";
                    case SHARE_A_YEAR -> "share a year";
                    case DAYS -> "days";
                    case COUNT -> "number";
                    case AMOUNT -> "amount in the account's currency";
                };
    }

    private static String words(LimitLine line) {
        return switch (line.state()) {
            case ACTIVE -> "active breach";
            case PASSIVE -> "passive breach";
            case WAIVED -> "waived";
            case PREVENTED -> "cut back";
            case WARNED -> "warned";
            case WITHIN -> "within";
        };
    }

    private static Tone tone(LimitLine line) {
        return switch (line.state()) {
            case ACTIVE, PASSIVE -> Tone.BAD;
            case WAIVED, PREVENTED, WARNED -> Tone.WARN;
            case WITHIN -> Tone.GOOD;
        };
    }

    /** The class of the bar. */
    public String style() {
        return "used " + tone.name().toLowerCase(Locale.ROOT);
    }
}
