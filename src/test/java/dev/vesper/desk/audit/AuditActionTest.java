package dev.vesper.desk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.testing.HowToPage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of stored rows are in their hashes: they stay. */
class AuditActionTest {
    @Test
    void theStoredWordsStay() {
        assertEquals(
                List.of(
                        "run-opened",
                        "run-done",
                        "run-refused",
                        "run-abandoned",
                        "run-failed",
                        "run-resumed",
                        "trades-proposed",
                        "proposal-declined",
                        "trades-approved",
                        "trades-rejected",
                        "data-released",
                        "data-rejected",
                        "decision-denied",
                        "four-eyes-violated",
                        "orders-executed",
                        "proposal-decided",
                        "proposal-altered",
                        "books-posted",
                        "data-checked",
                        "data-altered",
                        "flow-recorded",
                        "flow-proposed",
                        "flow-approved",
                        "flow-rejected",
                        "schedule-missed",
                        "occasion-skipped",
                        "occasion-restored",
                        "files-changed",
                        "statement-reconciled",
                        "break-kept",
                        "break-accepted",
                        "break-owned",
                        "user-added",
                        "roles-changed",
                        "user-let-out",
                        "user-let-in",
                        "password-reset",
                        "password-changed",
                        "identity-linked",
                        "identity-unlinked",
                        "user-change-denied",
                        "signed-in",
                        "sign-in-denied",
                        "token-issued",
                        "token-revoked",
                        "run-mended",
                        "repair-denied",
                        "support-bundle-made",
                        "kill-switch-pressed",
                        "kill-release-asked",
                        "kill-release-refused",
                        "kill-switch-released",
                        "rest-given-up",
                        "venue-logged-out",
                        "venue-logged-on",
                        "venue-odds-learned",
                        "venue-breaker-opened",
                        "venue-breaker-half-opened",
                        "venue-breaker-closed",
                        "sequence-numbers-asked",
                        "sequence-numbers-refused",
                        "sequence-numbers-set",
                        "task-claimed",
                        "task-given-back",
                        "maker-asked",
                        "maker-replied",
                        "task-delegated",
                        "task-act-denied",
                        "clock-forwarded",
                        "order-left-out",
                        "act-denied",
                        "audit-anchored",
                        "anchor-failed",
                        "rows-asked",
                        "rows-agreed",
                        "rows-refused",
                        "token-move-asked",
                        "token-move-refused",
                        "token-moved",
                        "replay-asked",
                        "replay-refused",
                        "replay-agreed",
                        "run-superseded",
                        "rule-signed",
                        "rules-adopted",
                        "rules-activated",
                        "rules-guarded",
                        "rules-rolled-back",
                        "rule-draft-begun",
                        "rule-draft-written",
                        "rule-draft-undone",
                        "rule-draft-merged",
                        "rule-draft-discarded",
                        "rule-change-proposed",
                        "rule-change-withdrawn",
                        "rule-change-expired",
                        "rule-change-approved",
                        "rule-change-rejected",
                        "rule-change-denied",
                        "waiver-asked",
                        "waiver-agreed",
                        "waiver-refused",
                        "waiver-revoked",
                        "waiver-denied",
                        "breaches-seen",
                        "breach-taken",
                        "breach-denied",
                        "reviews-told",
                        "review-answered",
                        "late-fill-booked",
                        "fill-busted",
                        "fill-corrected",
                        "late-report-denied"),
                Stream.of(AuditAction.values()).map(AuditAction::word).toList());
    }

    @Test
    void everyWordIsReadBack() {
        for (AuditAction action : AuditAction.values()) {
            assertEquals(action, AuditAction.of(action.word()));
        }
        Problem problem = assertThrows(Problem.class, () -> AuditAction.of("trade-approved"));
        assertEquals(true, problem.getMessage().endsWith("; maybe \"trades-approved\" is meant"), problem.getMessage());
    }

    @Test
    void everyWordIsOnThePageOfTheAudit() {
        String page = HowToPage.of("audit.md").text();
        for (AuditAction action : AuditAction.values()) {
            assertTrue(page.contains("`" + action.word() + "`"), action::word);
        }
    }

    @Test
    void aMakersNoIsADeclinedProposal() {
        assertEquals(AuditAction.PROPOSAL_DECLINED, TaskKind.PROPOSE_TRADES.action(Answer.REJECT));
        assertEquals(AuditAction.TRADES_REJECTED, TaskKind.APPROVE_TRADES.action(Answer.REJECT));
    }
}
