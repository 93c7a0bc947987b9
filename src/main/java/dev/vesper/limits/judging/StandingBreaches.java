package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Breach;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.waiver.Lifted;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the limits that an account does not keep before it trades. */
public final class StandingBreaches {
    private StandingBreaches() {}

    /**
     * In the order of the tables, each in that of its measure.
     *
     * @param book its orders do not count
     * @param waivers name those that they cover
     */
    public static List<Breach> of(List<LimitTable> tables, AccountBook book, Waivers waivers) {
        ValuedBook held = ValuedBook.of(book.withOrders(List.of()));
        List<Breach> over = new ArrayList<>();
        for (LimitTable table : tables) {
            for (Measured measured : table.measure().of(held)) {
                if (measured instanceof Measured.Used used) {
                    RiskLimit limit = table.decide(used.facts());
                    limit.limit()
                            .filter(used.used()::breaks)
                            .ifPresent(hard -> over.add(breach(used, hard, waivers.lift(limit, used))));
                }
            }
        }
        return over;
    }

    private static Breach breach(Measured.Used used, BigDecimal hard, Lifted lifted) {
        return new Breach(
                lifted.limit().rule(),
                used.used().account(),
                Waivers.part(used),
                LimitTexts.shown(hard, used.used()),
                used.used().used(),
                lifted.by()
                        .filter(_ -> lifted.hard().filter(used.used()::breaks).isEmpty())
                        .map(Waiver::id));
    }
}
