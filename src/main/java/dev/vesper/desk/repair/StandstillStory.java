package dev.vesper.desk.repair;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the audit rows of one run tell of its standing still, in their order. */
final class StandstillStory {
    private static final int NONE = -1;

    private final String run;
    private final List<Tried> tried = new ArrayList<>();
    private @Nullable Incident last;
    private boolean standing;
    /** The place of the try that waits for proof. */
    private int waiting = NONE;

    private boolean mended;

    StandstillStory(RunId run) {
        this.run = run.value();
    }

    void hear(AuditLog.Row row) {
        if (!row.subject().equals(run)) {
            return;
        }
        switch (row.action()) {
            case RUN_FAILED -> {
                last = standing ? last : new Incident(row.at(), row.detail());
                standing = true;
                mended = false;
                proof(Tried.AGAIN);
            }
            case RUN_RESUMED -> {
                standing = false;
                waiting = tried.size();
                tried.add(new Tried(row.at(), row.actor(), Tried.AGAIN_ACT, row.detail(), Tried.WAITING));
            }
            case RUN_MENDED -> {
                proof(Tried.MENDED);
                mended = true;
                standing = false;
            }
            case RUN_DONE, RUN_REFUSED -> {
                mended |= waiting != NONE;
                proof(Tried.MENDED);
            }
            case RUN_ABANDONED, RUN_SUPERSEDED -> {
                proof(Tried.AGAIN);
                if (last != null) {
                    String act = row.action() == AuditAction.RUN_ABANDONED ? "close" : "replay the day";
                    tried.add(new Tried(row.at(), row.actor(), act, row.detail(), Tried.DONE));
                }
            }
            case REPAIR_DENIED -> tried.add(new Tried(row.at(), row.actor(), "", row.detail(), Tried.REFUSED));
            case TOKEN_MOVE_ASKED ->
                tried.add(new Tried(row.at(), row.actor(), "ask to move the token", row.detail(), Tried.DONE));
            case TOKEN_MOVE_REFUSED ->
                tried.add(new Tried(row.at(), row.actor(), "move the token", row.detail(), Tried.REFUSED));
            case REPLAY_ASKED ->
                tried.add(new Tried(row.at(), row.actor(), "ask to replay the day", row.detail(), Tried.DONE));
            case REPLAY_REFUSED ->
                tried.add(new Tried(row.at(), row.actor(), "replay the day", row.detail(), Tried.REFUSED));
            default -> {
                // about something else
            }
        }
    }

    private void proof(String outcome) {
        if (waiting != NONE) {
            tried.set(waiting, tried.get(waiting).ended(outcome));
            waiting = NONE;
        }
    }

    /** Why it came to stand still, the last time; empty where it never did. */
    Optional<Incident> last() {
        return Optional.ofNullable(last);
    }

    List<Tried> tried() {
        return List.copyOf(tried);
    }

    /** Whether somebody let it go on. */
    boolean wasTried() {
        return tried.stream().anyMatch(one -> one.act().equals(Tried.AGAIN_ACT));
    }

    StandState state(RunRecord now) {
        if (mended) {
            return StandState.MENDED;
        }
        if (now.status().ended()) {
            return StandState.CLOSED;
        }
        return standing || now.status() == RunStatus.FAILED ? StandState.STANDS_STILL : StandState.TRIED;
    }
}
