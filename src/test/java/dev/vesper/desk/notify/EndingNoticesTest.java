package dev.vesper.desk.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverStatus;
import dev.vesper.desk.workbench.RowEnd;
import dev.vesper.market.calendar.BusinessDays;
import dev.vesper.market.calendar.TradingCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ends is told some business days before, and what nobody looks after some business days later. */
class EndingNoticesTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final BusinessDays CALENDAR =
            new BusinessDays(TradingCalendars.usual().standard());

    /** A Wednesday. */
    private LocalDate today = LocalDate.of(2018, 4, 11);

    private final List<WaiverRecord> waivers = new ArrayList<>();
    private final List<RowEnd> rows = new ArrayList<>();
    private final List<BreachRecord> breaches = new ArrayList<>();

    private List<String> told() {
        List<NoticeSource> all = List.of(
                new EndingWaivers(() -> waivers, () -> today, () -> CALENDAR),
                new EndingRules(() -> rows, () -> NOON, () -> today, () -> CALENDAR),
                new UnownedBreaches(() -> breaches, () -> today, () -> CALENDAR, () -> NOON));
        return all.stream()
                .flatMap(source -> source.now(Notifications.standard()).stream())
                .map(Notice::key)
                .toList();
    }

    private static WaiverRecord waiver(String until, WaiverStatus status, @Nullable Instant agreed) {
        return new WaiverRecord(
                "W-1",
                "position-weight",
                "ACC1",
                "IBM",
                new BigDecimal("0.3"),
                LocalDate.parse(until),
                status,
                0,
                "Olga",
                NOON,
                "a transfer in kind",
                agreed == null ? null : "Ben",
                agreed,
                "",
                null,
                null,
                "");
    }

    @Test
    void aWaiverIsToldFiveBusinessDaysBeforeItEndsAndWhenItEnded() {
        waivers.add(waiver("2018-04-18", WaiverStatus.IN_FORCE, NOON));
        today = LocalDate.of(2018, 4, 10);
        assertEquals(List.of(), told(), "six business days before");
        today = LocalDate.of(2018, 4, 11);
        assertEquals(List.of("waiver-ends W-1"), told());
        today = LocalDate.of(2018, 4, 17);
        assertEquals(List.of("waiver-ends W-1"), told(), "the same key, and so told once");
        waivers.set(0, waiver("2018-04-18", WaiverStatus.EXPIRED, NOON));
        today = LocalDate.of(2018, 4, 19);
        assertEquals(List.of("waiver-ended W-1"), told());
        Notice ended = new EndingWaivers(() -> waivers, () -> today, () -> CALENDAR)
                .now(Notifications.standard())
                .getFirst();
        assertEquals("Waiver W-1 ended on 2018-04-18", ended.subject());
        assertEquals(List.of("Olga"), ended.concerned());
        today = LocalDate.of(2018, 4, 26);
        assertEquals(List.of(), told(), "long ago");
    }

    @Test
    void aWaiverThatNobodyAgreedToDoesNotEnd() {
        waivers.add(waiver("2018-04-12", WaiverStatus.ASKED, null));
        assertEquals(List.of(), told());
        waivers.set(0, waiver("2018-04-10", WaiverStatus.EXPIRED, null));
        assertEquals(List.of(), told());
        waivers.set(0, waiver("2018-04-12", WaiverStatus.REVOKED, NOON));
        assertEquals(List.of(), told());
    }

    @Test
    void rowsThatEndAreOneNoticeAFileAndDay() {
        rows.add(new RowEnd("limits/position-weight.dmn", "row 2", LocalDate.of(2018, 4, 13)));
        rows.add(new RowEnd("limits/position-weight.dmn", "row 3", LocalDate.of(2018, 4, 13)));
        rows.add(new RowEnd("lists/restricted.csv", "IBM", LocalDate.of(2018, 4, 18)));
        rows.add(new RowEnd("lists/restricted.csv", "XOM", LocalDate.of(2018, 4, 19)));
        rows.add(new RowEnd("lists/restricted.csv", "CVX", LocalDate.of(2018, 4, 10)));
        assertEquals(
                List.of("rule-ends limits/position-weight.dmn 2018-04-13", "rule-ends lists/restricted.csv 2018-04-18"),
                told());
        Notice rule = new EndingRules(() -> rows, () -> NOON, () -> today, () -> CALENDAR)
                .now(Notifications.standard())
                .getFirst();
        assertTrue(rule.text().startsWith("row 2, row 3 of limits/position-weight.dmn hold until"), rule.text());
    }

    private static BreachRecord breach(String id, String opened, String owner, String waiver, boolean rehearsal) {
        return new BreachRecord(
                id,
                "/firms/oak",
                rehearsal,
                "position-weight",
                "abc",
                "ACC1",
                "IBM",
                new BigDecimal("0.25"),
                new BigDecimal("0.31"),
                waiver,
                "passive",
                "2018-04-11-001",
                LocalDate.parse(opened),
                LocalDate.parse(opened),
                null,
                0,
                owner,
                "");
    }

    @Test
    void aBreachThatNobodyLooksAfterIsToldAfterThreeBusinessDays() {
        breaches.add(breach("P-1", "2018-04-06", "", "", false));
        breaches.add(breach("P-2", "2018-04-09", "", "", false));
        breaches.add(breach("P-3", "2018-04-02", "Ben", "", false));
        breaches.add(breach("P-4", "2018-04-02", "", "W-1", false));
        breaches.add(breach("P-5", "2018-04-02", "", "", true));
        assertEquals(List.of("breach-unowned P-1"), told(), "Friday to Wednesday are three");
        today = LocalDate.of(2018, 4, 12);
        assertEquals(List.of("breach-unowned P-1", "breach-unowned P-2"), told());
    }
}
