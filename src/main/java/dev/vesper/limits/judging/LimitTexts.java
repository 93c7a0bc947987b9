package dev.vesper.limits.judging;

import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RiskLimit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The sentences of a limit's verdict, each with its values.
 *
 * @param level how much is used, as {@link LimitUtilisation#used()} says; given, because it sums all claims
 */
record LimitTexts(LimitUtilisation used, RiskLimit limit, BigDecimal level) {
    private static final int DECIMALS = 4;

    String passed() {
        return limit.limit().isPresent()
                ? state() + ", within the limit of " + hard() + "."
                : state() + "; no limit" + row() + ".";
    }

    String warned() {
        String warning = limit.warning().map(this::say).orElse("");
        return state() + ", above the warning level of " + warning
                + limit.limit()
                        .map(l -> " and within the limit of " + hard() + ".")
                        .orElse("; no limit" + row() + ".");
    }

    String passive() {
        return state() + ", above the limit of " + hard()
                + ", but no order raises it (a passive breach): orders that lower it may go.";
    }

    String onlyWarns() {
        return state() + ", above the limit of " + hard() + ", which only warns.";
    }

    String shared(int changed) {
        return state() + ", above the limit of " + hard() + ": " + changed
                + (changed == 1 ? " order is " : " orders are ")
                + (limit.action() == LimitAction.CUT ? "cut." : "removed.");
    }

    String changed(ParentOrder order, BigDecimal permitted) {
        String over = state() + ", above the limit of " + hard() + ": ";
        if (permitted.signum() > 0) {
            return over + "cut from " + number(order.quantity()) + " to " + number(permitted) + " units.";
        }
        return over
                + (limit.action() == LimitAction.CUT
                        ? "removed, because not one lot of " + number(order.lotSize()) + " fits."
                        : "removed.");
    }

    String atMost(BigDecimal most) {
        return "at most " + say(most) + " " + used.unit().phrase();
    }

    private String state() {
        BigDecimal shown = level.setScale(used.unit() == Unit.AMOUNT ? 2 : 4, RoundingMode.CEILING);
        return used.what() + " would be " + say(shown) + " " + used.unit().phrase();
    }

    private String hard() {
        return limit.limit().map(this::say).orElse("none") + row();
    }

    private String row() {
        return limit.row() > 0 ? " (row " + limit.row() + ")" : "";
    }

    private String say(BigDecimal value) {
        if (used.unit() == Unit.AMOUNT) {
            return number(value);
        }
        return number(value.movePointRight(2)) + " %";
    }

    /**
     * A limit as it is shown: rounded down, so that it never looks larger than it is. One with few decimals is the table's
     * own: many verdicts share it.
     */
    static BigDecimal shown(BigDecimal value, Unit unit) {
        int decimals = unit == Unit.AMOUNT ? 2 : 6;
        return value.scale() <= decimals ? value : value.setScale(decimals, RoundingMode.FLOOR);
    }

    /** At most four decimals, half-even, and a comma after each three digits: 1,234,567.8901. */
    static String number(BigDecimal value) {
        // written out: a DecimalFormat for each takes a quarter of the time in which a limit is judged
        BigDecimal shown = value.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        String digits = shown.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        var text = new StringBuilder(digits.length() + whole / 3 + 1);
        if (value.signum() < 0) {
            text.append('-');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
