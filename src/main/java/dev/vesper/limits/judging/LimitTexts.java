package dev.vesper.limits.judging;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The sentences of a limit's verdict, each with its values.
 *
 * @param waiver that lifts the limit, where more than the table's own is used
 * @param level how much is used, as {@link LimitUtilisation#used()} says; given, because it sums all claims
 */
record LimitTexts(LimitUtilisation used, RiskLimit limit, Optional<Waiver> waiver, BigDecimal level) {
    String passed() {
        return limit.limit().isPresent()
                ? state() + ", " + bound().kept() + " the " + bound().level() + " of " + hard() + "."
                : state() + "; no limit" + row() + ".";
    }

    String warned() {
        String warning = limit.warning().map(this::say).orElse("");
        return state() + ", " + bound().beyond() + " the warning level of " + warning
                + limit.limit()
                        .map(l -> " and " + bound().kept() + " the " + bound().level() + " of " + hard() + ".")
                        .orElse("; no limit" + row() + ".");
    }

    String passive() {
        return broken() + ", but no order " + bound().breaks() + " it (a passive breach): orders that " + bound().mend()
                + " it may go.";
    }

    String waived(Waiver by) {
        return broken() + " and within what is waived"
                + (used.claims().isEmpty() ? "; no order " + bound().breaks() + " it (a passive breach)." : ".");
    }

    String onlyWarns() {
        return broken() + ", which only warns.";
    }

    String shared(int changed) {
        return broken() + ": " + changed
                + (changed == 1 ? " order is " : " orders are ")
                + (limit.action() == LimitAction.CUT ? "cut." : "removed.");
    }

    String changed(ParentOrder order, BigDecimal permitted) {
        String over = broken() + ": ";
        if (permitted.signum() > 0) {
            return over + "cut from " + Numbers.quantity(order.quantity()) + " to " + Numbers.quantity(permitted)
                    + " units.";
        }
        return over
                + (limit.action() == LimitAction.CUT
                        ? "removed, because not one lot of " + Numbers.quantity(order.lotSize()) + " fits."
                        : "removed.");
    }

    /** What would pass: {@code at most 25% of the account's value}. */
    String so(BigDecimal level) {
        return bound().so() + " " + say(level) + used.unit().phrase();
    }

    private Bound bound() {
        return used.bound();
    }

    private String broken() {
        return state() + ", " + bound().beyond() + " the " + bound().level() + " of " + hard();
    }

    private String state() {
        BigDecimal shown = level.setScale(decimals(used.unit()), bound().rounding());
        return used.what() + " would be " + say(shown) + used.unit().phrase();
    }

    private String hard() {
        return limit.limit().map(this::say).orElse("none")
                + row()
                + waiver.map(this::lifted).orElse("");
    }

    /** {@code , lifted to 30% (W-3 waives it until 2026-12-31, asked for by Ada, agreed to by Ben)} */
    private String lifted(Waiver by) {
        return ", " + bound().loosened() + " to " + by.upTo().map(this::say).orElse("none") + " (" + by.words() + ")";
    }

    private String row() {
        return limit.row() > 0 ? " (row " + limit.row() + ")" : "";
    }

    private String say(BigDecimal value) {
        return switch (used.unit()) {
            case AMOUNT -> Numbers.money(currency(), value);
            case SHARE_OF_VALUE, SHARE_OF_VOLUME, SHARE_A_YEAR -> Numbers.share(value);
            case DAYS, COUNT -> Numbers.quantity(value);
        };
    }

    /** As it is shown: an amount in cents, days in tenths, names whole. */
    private static int decimals(Unit unit) {
        return switch (unit) {
            case AMOUNT -> 2;
            case SHARE_OF_VALUE, SHARE_OF_VOLUME, SHARE_A_YEAR -> 4;
            case DAYS -> 1;
            case COUNT -> 0;
        };
    }

    /** Of the orders that are judged; what binds an amount is an order. */
    private String currency() {
        return used.claims().isEmpty() ? "" : used.claims().getFirst().order().currency();
    }

    /**
     * A limit as it is shown: rounded so that it never looks looser than it is. One with few decimals is the table's own:
     * many verdicts share it.
     */
    static BigDecimal shown(BigDecimal value, LimitUtilisation used) {
        int decimals = used.unit() == Unit.AMOUNT ? 2 : 6;
        return value.scale() <= decimals
                ? value
                : value.setScale(decimals, used.bound().ofLevel());
    }
}
