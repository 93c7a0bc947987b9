package dev.vesper.desk.audit.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the newest row is kept outside, and what that shows afterwards. */
class AnchorAuditTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final SetClock clock = new SetClock(NOON);
    private final AnchorAudit anchors = new AnchorAudit(memory, List.of(memory.anchors), clock);
    private boolean unreachable;
    private final AnchorPlace far = new AnchorPlace() {
        @Override
        public String name() {
            return "far";
        }

        @Override
        public String keep(AnchorMark mark) {
            if (unreachable) {
                throw Problem.unavailable("nothing listens there");
            }
            return "sent";
        }

        @Override
        public Optional<List<AnchorMark>> read() {
            return Optional.empty();
        }
    };

    private void happens(AuditAction action) {
        memory.append(clock.instant(), "anna", action, "2018-04-11-001", "", false);
    }

    private List<Long> kept() {
        return memory.anchors.marks.stream().map(AnchorMark::sequence).toList();
    }

    @Test
    void nothingIsAnchoredOfAnEmptyLog() {
        anchors.look();
        assertEquals(List.of(), kept());
        assertThrows(Problem.class, () -> anchors.anchor("anna"));
    }

    @Test
    void aRunThatEndsIsAnchoredOnce() {
        happens(AuditAction.RUN_OPENED);
        anchors.look();
        anchors.look();
        assertEquals(List.of(1L), kept(), "the first row ever, and nothing ended since");
        happens(AuditAction.TRADES_APPROVED);
        anchors.look();
        assertEquals(List.of(1L), kept());
        happens(AuditAction.RUN_DONE);
        anchors.look();
        anchors.look();
        assertEquals(List.of(1L, 4L), kept(), "row 2 says that row 1 was anchored");
        AuditLog.Row said = memory.audit.getLast();
        assertEquals(AuditAction.AUDIT_ANCHORED, said.action());
        assertTrue(said.detail().startsWith("row 4, "), said.detail());
        assertTrue(said.detail().endsWith("to memory (remembered)"), said.detail());
    }

    @Test
    void aDayWithoutARunIsAnchoredToo() {
        happens(AuditAction.SIGNED_IN);
        anchors.look();
        clock.pass(Duration.ofHours(23));
        anchors.look();
        assertEquals(1, kept().size());
        clock.pass(Duration.ofHours(1));
        anchors.look();
        assertEquals(2, kept().size());
    }

    /** A place that cannot be reached is said once, tried again after a while, and holds up no other. */
    @Test
    void aPlaceThatCannotBeReachedIsSaidOnce() {
        AnchorAudit both = new AnchorAudit(memory, List.of(far, memory.anchors), clock);
        unreachable = true;
        happens(AuditAction.RUN_DONE);
        both.look();
        assertEquals(Optional.of("far: nothing listens there"), both.trouble());
        assertEquals(List.of(1L), kept());
        int rows = memory.audit.size();
        both.look();
        assertEquals(rows, memory.audit.size(), "not tried again at once");
        clock.pass(Duration.ofMinutes(11));
        both.look();
        assertEquals(
                1,
                memory.audit.stream()
                        .filter(row -> row.action() == AuditAction.ANCHOR_FAILED)
                        .count());
        unreachable = false;
        clock.pass(Duration.ofMinutes(11));
        both.look();
        assertEquals(Optional.empty(), both.trouble());
        assertTrue(both.states().getFirst().sequence() > 1, "what was sent is known until a restart");
    }

    @Test
    void noPlaceIsSaidWhereSomebodyAsks() {
        AnchorAudit nowhere = new AnchorAudit(memory, List.of(), clock);
        happens(AuditAction.RUN_DONE);
        nowhere.look();
        Problem problem = assertThrows(Problem.class, () -> nowhere.anchor("anna"));
        assertTrue(problem.getMessage().contains("VESPER_ANCHOR_FILE"), problem::getMessage);
        assertEquals(1, memory.audit.size());
    }

    /** The log of another database, or of a rewritten or shortened history, has other rows than were anchored. */
    @Test
    void anotherHistoryIsNamed() {
        happens(AuditAction.RUN_OPENED);
        happens(AuditAction.RUN_DONE);
        anchors.anchor("anna");
        assertEquals(List.of(), anchors.compare());

        Memory shorter = new Memory();
        shorter.append(NOON, "anna", AuditAction.RUN_OPENED, "2018-04-11-001", "", false);
        AuditLog.Fault cut = new AnchorAudit(shorter, List.of(memory.anchors), clock)
                .compare()
                .getFirst();
        assertEquals(2, cut.sequence());
        assertTrue(
                cut.message().contains("row 2 is missing: the anchor of 2018-04-11T12:00:00Z in memory vouches for it"),
                cut::message);

        shorter.append(NOON, "mallory", AuditAction.RUN_DONE, "2018-04-11-001", "", false);
        AuditLog.Fault rewritten = new AnchorAudit(shorter, List.of(memory.anchors), clock)
                .compare()
                .getFirst();
        assertTrue(
                rewritten.message().contains("the log was rewritten, or this is another database"), rewritten::message);
    }
}
