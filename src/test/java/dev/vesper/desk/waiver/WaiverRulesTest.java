package dev.vesper.desk.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.desk.waiver.WaiverCommand.Agree;
import dev.vesper.desk.waiver.WaiverCommand.Ask;
import dev.vesper.desk.waiver.WaiverCommand.Refuse;
import dev.vesper.desk.waiver.WaiverCommand.Revoke;
import dev.vesper.desk.waiver.WaiverEvent.Agreed;
import dev.vesper.desk.waiver.WaiverEvent.Asked;
import dev.vesper.desk.waiver.WaiverEvent.Refused;
import dev.vesper.desk.waiver.WaiverEvent.Revoked;
import dev.vesper.limits.waiver.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands in, events out. */
class WaiverRulesTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final WaiverTerms IBM =
            new WaiverTerms("position-weight", "ACC1", "IBM", new BigDecimal("0.30"), DAY.plusDays(2));
    private static final Asked ASKED = new Asked("W-1", IBM, "Anna", "a transfer");
    private static final Agreed AGREED = new Agreed("W-1", "Ben", "");

    private final WaiverRules rules = new WaiverRules();

    @Test
    void oneAsksAndAnotherAgrees() {
        assertEquals(List.of(ASKED), decided(List.of(), new Ask(IBM, DAY, " Anna ", " a transfer ")));
        assertEquals(List.of(AGREED), decided(List.of(ASKED), new Agree("W-1", DAY, "Ben", "")));
        assertEquals(
                List.of(new Asked("W-2", IBM, "Ben", "once more")),
                decided(List.of(ASKED), new Ask(IBM, DAY, "Ben", "once more")));
    }

    @Test
    void whoAsksDoesNotAgreeByWhicheverSpelling() {
        for (String name : List.of("Anna", " anna", "ANNA", "Аnna")) {
            assertEquals(
                    name.equals("Аnna") ? "NAME_UNCLEAR" : "SECOND_PERSON_MUST_DIFFER",
                    refusal(List.of(ASKED), new Agree("W-1", DAY, name, "")),
                    name);
        }
        assertEquals("NAME_MISSING", refusal(List.of(ASKED), new Agree("W-1", DAY, " ", "")));
        assertEquals("NAME_UNCLEAR", refusal(List.of(ASKED), new Agree("W-1", DAY, "vesper", "")));
    }

    @Test
    void itEndsWithinAYearAndIsOfSomethingInParticular() {
        assertEquals("OVER", refusal(List.of(), asks(IBM, DAY.plusDays(3))));
        assertEquals("OVER", refusal(List.of(ASKED), new Agree("W-1", DAY.plusDays(3), "Ben", "")));
        assertEquals("TOO_LONG", refusal(List.of(), asks(IBM, DAY.minusYears(1).plusDays(1))));
        assertEquals(1, decided(List.of(), asks(IBM, DAY.plusDays(2))).size(), "on its last day");
        assertEquals(
                1, decided(List.of(), asks(IBM, DAY.plusDays(2).minusYears(1))).size(), "a year");
        assertEquals(
                "TOO_WIDE",
                refusal(List.of(), asks(new WaiverTerms("position-weight", "", "", BigDecimal.ONE, DAY), DAY)));
        assertEquals("REASON_MISSING", refusal(List.of(), new Ask(IBM, DAY, "Anna", " ")));
    }

    @Test
    void oneTakesItBackWheneverItStands() {
        assertEquals(
                List.of(new Revoked("W-1", "Anna", "sold")),
                decided(List.of(ASKED), new Revoke("W-1", "Anna", "sold")));
        assertEquals(
                List.of(new Revoked("W-1", "Carol", "sold")),
                decided(List.of(ASKED, AGREED), new Revoke("W-1", "Carol", "sold")));
        Revoked revoked = new Revoked("W-1", "Carol", "sold");
        assertEquals("NOT_STANDING", refusal(List.of(ASKED, AGREED, revoked), new Revoke("W-1", "Carol", "sold")));
        assertEquals("NOT_ASKED", refusal(List.of(ASKED, AGREED, revoked), new Agree("W-1", DAY, "Ben", "")));
        assertEquals("UNKNOWN", refusal(List.of(ASKED), new Revoke("W-9", "Carol", "sold")));
        assertEquals(List.of(new Refused("W-1", "Ben", "no")), decided(List.of(ASKED), new Refuse("W-1", "Ben", "no")));
        assertEquals("NOT_ASKED", refusal(List.of(ASKED, AGREED), new Refuse("W-1", "Ben", "no")));
    }

    @Test
    void itIsInForceThroughItsLastDayOnceTwoAgreed() {
        assertEquals(List.of(), inForce(List.of(ASKED), DAY));
        assertEquals(List.of("W-1"), inForce(List.of(ASKED, AGREED), DAY));
        assertEquals(List.of("W-1"), inForce(List.of(ASKED, AGREED), DAY.plusDays(2)));
        assertEquals(List.of(), inForce(List.of(ASKED, AGREED), DAY.plusDays(3)));
        assertEquals(List.of(), inForce(List.of(ASKED, AGREED, new Revoked("W-1", "Anna", "sold")), DAY));
        assertEquals(List.of(), inForce(List.of(ASKED, new Refused("W-1", "Ben", "no")), DAY));
    }

    @Test
    void aForgedHistoryIsRefusedOnReplay() {
        for (List<WaiverEvent> forged : List.<List<WaiverEvent>>of(
                List.of(AGREED),
                List.of(ASKED, new Agreed("W-1", "anna ", "")),
                List.of(ASKED, new Agreed("W-1", "", "")),
                List.of(ASKED, AGREED, AGREED),
                List.of(ASKED, AGREED, new Refused("W-1", "Ben", "no")),
                List.of(ASKED, new Refused("W-1", "Ben", "no"), AGREED),
                List.of(ASKED, new Revoked("W-1", "Ben", "no"), AGREED),
                List.of(ASKED, ASKED),
                List.of(new Asked("W-2", IBM, "Anna", "a gap")),
                List.of(new Asked("W-1", new WaiverTerms("x", "", "", BigDecimal.ONE, DAY), "Anna", "all")),
                List.of(new Asked("W-1", new WaiverTerms("x", "A", "", new BigDecimal("-1"), DAY), "Anna", "less")))) {
            assertThrows(BrokenHistory.class, () -> rules.replay(forged), forged::toString);
        }
    }

    private static Ask asks(WaiverTerms terms, LocalDate day) {
        return new Ask(terms, day, "Anna", "a transfer");
    }

    private List<String> inForce(List<WaiverEvent> past, LocalDate date) {
        return rules.replay(past).inForce(date).inForce().stream()
                .map(Waiver::id)
                .toList();
    }

    private List<WaiverEvent> decided(List<WaiverEvent> past, WaiverCommand command) {
        return switch (rules.decide(rules.replay(past), command)) {
            case Decision.Accepted<WaiverEvent>(List<WaiverEvent> events) -> events;
            case Decision.Denied<WaiverEvent>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private String refusal(List<WaiverEvent> past, WaiverCommand command) {
        return switch (rules.decide(rules.replay(past), command)) {
            case Decision.Accepted<WaiverEvent> accepted -> throw new AssertionError(accepted);
            case Decision.Denied<WaiverEvent>(var refusal) -> refusal.kind().toString();
        };
    }
}
