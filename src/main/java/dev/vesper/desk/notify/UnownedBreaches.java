package dev.vesper.desk.notify;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.market.calendar.BusinessDays;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Breaches that stand for some business days and that nobody looks after. Those of rehearsals are nobody's. */
public final class UnownedBreaches implements NoticeSource {
    private final Supplier<List<BreachRecord>> breaches;
    private final Supplier<LocalDate> day;
    private final Supplier<BusinessDays> calendar;
    private final InstantSource clock;

    /** @param day the business date of today */
    public UnownedBreaches(
            Supplier<List<BreachRecord>> breaches,
            Supplier<LocalDate> day,
            Supplier<BusinessDays> calendar,
            InstantSource clock) {
        this.breaches = breaches;
        this.day = day;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<Notice> now(Notifications by) {
        LocalDate today = day.get();
        return breaches.get().stream()
                .filter(one -> one.cured() == null
                        && one.owner().isEmpty()
                        && one.waiver().isEmpty()
                        && !one.rehearsal())
                .filter(one ->
                        !calendar.get().after(one.opened(), by.unownedDays()).isAfter(today))
                .map(one -> new Notice(
                        "breach-unowned " + one.id(),
                        NoticeKind.BREACH_UNOWNED,
                        clock.instant(),
                        "Nobody looks after breach " + one.id() + " of " + one.account(),
                        String.join(
                                "\n",
                                one.rule() + " in " + one.account()
                                        + (one.subject().isEmpty() ? "" : " for " + one.subject()) + ": "
                                        + Numbers.exact(one.used()) + " used, limit " + Numbers.exact(one.limit())
                                        + ", since " + one.opened() + ".",
                                "",
                                "./vesper limits breaches take " + one.id() + " --owner NAME --plan WHAT, or its page"
                                        + " in the console.")))
                .toList();
    }
}
