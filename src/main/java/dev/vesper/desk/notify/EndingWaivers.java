package dev.vesper.desk.notify;

import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverStatus;
import dev.vesper.market.calendar.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Waivers that end within some business days, and those that ended: the breach that they let pass is one again. */
public final class EndingWaivers implements NoticeSource {
    /** Of those that ended longer ago nobody wants to hear when notifications are first turned on. */
    private static final int ENDED_DAYS = 7;

    private final Supplier<List<WaiverRecord>> waivers;
    private final Supplier<LocalDate> day;
    private final Supplier<BusinessDays> calendar;

    /** @param day the business date of today, by which the waivers stand */
    public EndingWaivers(
            Supplier<List<WaiverRecord>> waivers, Supplier<LocalDate> day, Supplier<BusinessDays> calendar) {
        this.waivers = waivers;
        this.day = day;
        this.calendar = calendar;
    }

    @Override
    public List<Notice> now(Notifications by) {
        List<Notice> found = new ArrayList<>();
        for (WaiverRecord waiver : waivers.get()) {
            Instant agreed = waiver.answeredAt();
            if (agreed == null) {
                continue;
            }
            LocalDate today = day.get();
            if (waiver.status() == WaiverStatus.IN_FORCE
                    && !waiver.until().isAfter(calendar.get().after(today, by.endsWithinDays()))) {
                found.add(notice(
                        "waiver-ends ",
                        NoticeKind.WAIVER_ENDS,
                        waiver,
                        agreed,
                        "Waiver " + waiver.id() + " ends on " + waiver.until(),
                        "From the next business date on the rule counts as it stands. ./vesper rules waive asks for"
                                + " another."));
            } else if (waiver.status() == WaiverStatus.EXPIRED
                    && !waiver.until().isBefore(today.minusDays(ENDED_DAYS))) {
                found.add(notice(
                        "waiver-ended ",
                        NoticeKind.WAIVER_ENDED,
                        waiver,
                        agreed,
                        "Waiver " + waiver.id() + " ended on " + waiver.until(),
                        "The rule counts as it stands. ./vesper limits breaches shows what is over a limit."));
            }
        }
        return found;
    }

    private static Notice notice(
            String key, NoticeKind kind, WaiverRecord waiver, Instant agreed, String subject, String next) {
        return new Notice(
                key + waiver.id(),
                kind,
                agreed,
                subject,
                String.join(
                        "\n", waiver.words(), "Asked for by " + waiver.askedBy() + ": " + waiver.reason(), "", next),
                List.of(waiver.askedBy()));
    }
}
