package dev.vesper.desk.waiver;

import dev.vesper.desk.event.Told;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what happened to each waiver. */
final class WaiverRecords {
    private final LocalDate day;
    private final Map<String, WaiverRecord> records = new LinkedHashMap<>();

    private WaiverRecords(LocalDate day) {
        this.day = day;
    }

    /** Oldest first, as they stand on a business date. */
    static List<WaiverRecord> of(List<Told<WaiverEvent>> past, LocalDate day) {
        WaiverRecords all = new WaiverRecords(day);
        past.forEach(all::add);
        return List.copyOf(all.records.values());
    }

    private void add(Told<WaiverEvent> told) {
        switch (told.event()) {
            case WaiverEvent.Asked(String id, WaiverTerms terms, String by, String reason) ->
                records.put(id, asked(id, terms, by, reason, told));
            case WaiverEvent.Agreed(String id, String by, String reason) ->
                records.computeIfPresent(id, (_, one) -> answered(one, WaiverStatus.IN_FORCE, by, reason, told));
            case WaiverEvent.Refused(String id, String by, String reason) ->
                records.computeIfPresent(id, (_, one) -> answered(one, WaiverStatus.REFUSED, by, reason, told));
            case WaiverEvent.Revoked(String id, String by, String reason) ->
                records.computeIfPresent(id, (_, one) -> revoked(one, by, reason, told));
        }
    }

    private WaiverRecord asked(String id, WaiverTerms terms, String by, String reason, Told<WaiverEvent> told) {
        return new WaiverRecord(
                id,
                terms.rule(),
                terms.account(),
                terms.subject(),
                terms.bounded() ? terms.upTo() : null,
                terms.until(),
                over(terms.until(), WaiverStatus.ASKED),
                Math.max(0, ChronoUnit.DAYS.between(day, terms.until())),
                by,
                told.at(),
                reason,
                null,
                null,
                "",
                null,
                null,
                "");
    }

    private WaiverRecord answered(
            WaiverRecord one, WaiverStatus status, String by, String reason, Told<WaiverEvent> told) {
        boolean agreed = status == WaiverStatus.IN_FORCE;
        return new WaiverRecord(
                one.id(),
                one.rule(),
                one.account(),
                one.subject(),
                one.upTo(),
                one.until(),
                agreed ? over(one.until(), status) : status,
                agreed ? one.daysLeft() : 0,
                one.askedBy(),
                one.askedAt(),
                one.reason(),
                by,
                told.at(),
                reason,
                null,
                null,
                "");
    }

    private static WaiverRecord revoked(WaiverRecord one, String by, String reason, Told<WaiverEvent> told) {
        return new WaiverRecord(
                one.id(),
                one.rule(),
                one.account(),
                one.subject(),
                one.upTo(),
                one.until(),
                WaiverStatus.REVOKED,
                0,
                one.askedBy(),
                one.askedAt(),
                one.reason(),
                one.answeredBy(),
                one.answeredAt(),
                one.answerReason(),
                by,
                told.at(),
                reason);
    }

    private WaiverStatus over(LocalDate until, WaiverStatus otherwise) {
        return until.isBefore(day) ? WaiverStatus.EXPIRED : otherwise;
    }
}
