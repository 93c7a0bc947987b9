package dev.vesper.desk.workbench;

import dev.vesper.basics.Counted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change of the rules would have made of the newest recorded days, beside what the rules that are active would have:
 * orders and warnings that end otherwise, counted.
 *
 * @param recorded how many days there were to ask
 * @param replayed of how many of them something can be said
 * @param orders that were planned on those
 * @param untold accounts that the day's own rules do not decide again as the day did, so that nothing is told of them
 * @param traded what would have been traded less and more, by currency, at the prices of the decisions
 * @param without why no day was replayed, as a sentence; empty where it is not so
 */
public record ReplayEffect(
        int recorded,
        int replayed,
        int orders,
        int untold,
        int newlyDenied,
        int newlyAllowed,
        int cutMore,
        int cutLess,
        int newlyWarned,
        int noLongerWarned,
        List<Traded> traded,
        String without) {
    public ReplayEffect {
        traded = List.copyOf(traded);
    }

    /** What would have been traded otherwise, in one currency. */
    public record Traded(String currency, BigDecimal less, BigDecimal more) {}

    /** There was no day to ask. */
    public static final ReplayEffect NO_DAY = none(0, "no day was judged yet");

    /** Nothing was replayed, though there may have been days. */
    public static ReplayEffect none(int recorded, String why) {
        return new ReplayEffect(recorded, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), why);
    }

    /** Whether days were replayed. */
    public boolean made() {
        return without.isEmpty();
    }

    /** Orders and warnings that end otherwise. */
    public int changed() {
        return newlyDenied + cutMore + newlyWarned + loosened();
    }

    /** Of these, what would be let through, more of it, or told to nobody any more. */
    public int loosened() {
        return newlyAllowed + cutLess + noLongerWarned;
    }

    /** How many of the planned orders so many are, from 0 to 1. */
    public BigDecimal share(int count) {
        return count == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count)
                        .divide(BigDecimal.valueOf(Math.max(1, orders)), MathContext.DECIMAL32)
                        .min(BigDecimal.ONE);
    }

    /** One line for people. */
    public String sentence() {
        if (!made()) {
            return "no day was replayed: " + without;
        }
        List<String> said = new ArrayList<>();
        add(said, newlyDenied, "newly denied");
        add(said, newlyAllowed, "newly allowed");
        add(said, cutMore, "cut more");
        add(said, cutLess, "cut less");
        add(said, newlyWarned, "newly warned");
        add(said, noLongerWarned, "no longer warned");
        String line = Counted.of(orders, "order") + " of " + Counted.of(replayed, "recorded day") + ": "
                + (said.isEmpty() ? "none ends otherwise" : String.join(", ", said));
        for (Traded one : traded) {
            line += "; " + one.less().toPlainString() + " less and "
                    + one.more().toPlainString() + " more " + one.currency() + " traded";
        }
        return line
                + (recorded > replayed
                        ? "; nothing can be said of " + Counted.of(recorded - replayed, "further day")
                        : "")
                + (untold > 0 ? "; " + Counted.of(untold, "account") + " not told of" : "");
    }

    private static void add(List<String> said, int count, String what) {
        if (count > 0) {
            said.add(count + " " + what);
        }
    }
}
