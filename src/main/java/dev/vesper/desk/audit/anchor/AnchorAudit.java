package dev.vesper.desk.audit.anchor;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainedRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Anchors the newest audit row outside, and compares the log with what was anchored. */
public final class AnchorAudit {
    /** Something is anchored at least so often while Vesper is up. */
    public static final Duration DAILY = Duration.ofHours(24);

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final String SUBJECT = "audit";

    /** A day of a run that is over: what it did is worth an anchor. */
    private static final List<AuditAction> ENDS = List.of(
            AuditAction.RUN_DONE, AuditAction.RUN_REFUSED, AuditAction.RUN_ABANDONED, AuditAction.RUN_SUPERSEDED);

    private final AuditLog audit;
    private final List<AnchorPlace> places;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, AnchorState> seen = new LinkedHashMap<>();
    private @Nullable Instant failed;

    public AnchorAudit(AuditLog audit, List<AnchorPlace> places, InstantSource clock) {
        this.audit = audit;
        this.places = List.copyOf(places);
        this.clock = clock;
    }

    /**
     * Anchors the newest row everywhere, and says so in the audit.
     *
     * @param by who wants it
     * @return every place, with the trouble of those that did not take it
     * @throws Problem of kind REFUSED where there is no place, or no row
     */
    public List<AnchorState> anchor(String by) {
        one.lock();
        try {
            if (places.isEmpty()) {
                throw Problem.refused("Expected a place outside to anchor the audit at, but the settings name none:"
                        + " VESPER_ANCHOR_FILE, VESPER_ANCHOR_S3_ENDPOINT or VESPER_ANCHOR_MAIL, see settings.md");
            }
            ChainHead head = audit.head();
            if (head.sequence() == 0) {
                throw Problem.refused("Expected a row to anchor, but the audit is empty");
            }
            Instant now = clock.instant();
            AnchorMark mark = new AnchorMark(head.sequence(), head.hash(), now);
            List<String> kept = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (AnchorPlace place : places) {
                try {
                    String guarantee = place.keep(mark);
                    seen.put(place.name(), looked(place, mark, guarantee, ""));
                    kept.add(place.name() + " (" + guarantee + ")");
                } catch (Problem problem) {
                    String why = String.valueOf(problem.getMessage());
                    seen.put(place.name(), trouble(place, why));
                    refused.add(place.name() + ": " + why);
                }
            }
            tell(now, by, head, kept, refused);
            return states();
        } finally {
            one.unlock();
        }
    }

    /** What fails again and again is one row, until it is well again. */
    private void tell(Instant now, String by, ChainHead head, List<String> kept, List<String> refused) {
        String row = "row " + head.sequence() + ", " + Sha256.shortened(head.hash()) + ", ";
        if (!kept.isEmpty()) {
            audit.append(now, by, AuditAction.AUDIT_ANCHORED, SUBJECT, row + "to " + String.join("; ", kept), false);
        }
        if (!refused.isEmpty() && failed == null) {
            audit.append(
                    now, by, AuditAction.ANCHOR_FAILED, SUBJECT, row + "not to " + String.join("; ", refused), false);
        }
        failed = refused.isEmpty() ? null : now;
    }

    /** Anchors where a run has ended since the last anchor, or a day has passed; says nothing where no place is named. */
    public void look() {
        if (!places.isEmpty() && due()) {
            anchor("vesper");
        }
    }

    private boolean due() {
        Instant now = clock.instant();
        Instant lately = failed;
        if (lately != null && now.isBefore(lately.plus(AGAIN))) {
            return false;
        }
        if (lately != null) {
            return true;
        }
        List<AuditLog.Row> last = audit.search(of(AuditAction.AUDIT_ANCHORED), AuditQuery.Order.NEWEST, 0, 0, 1);
        if (last.isEmpty()) {
            return audit.head().sequence() > 0;
        }
        return !now.isBefore(last.getFirst().at().plus(DAILY))
                || ENDS.stream()
                        .anyMatch(end -> !audit.search(
                                        of(end),
                                        AuditQuery.Order.OLDEST,
                                        last.getFirst().sequence(),
                                        0,
                                        1)
                                .isEmpty());
    }

    private static AuditQuery of(AuditAction action) {
        return AuditQuery.of("", action.word(), "", "", "", "");
    }

    /** Every place as it was last seen, without asking it. */
    public List<AnchorState> states() {
        one.lock();
        try {
            return places.stream()
                    .map(place -> seen.computeIfAbsent(place.name(), _ -> look(place)))
                    .toList();
        } finally {
            one.unlock();
        }
    }

    private AnchorState look(AnchorPlace place) {
        try {
            return looked(place, null, "", "");
        } catch (Problem problem) {
            return trouble(place, String.valueOf(problem.getMessage()));
        }
    }

    private AnchorState looked(AnchorPlace place, @Nullable AnchorMark sent, String guarantee, String trouble) {
        List<AnchorMark> marks = place.read().orElse(List.of());
        AnchorMark newest = marks.isEmpty() ? sent : marks.getLast();
        AnchorState before = seen.get(place.name());
        return new AnchorState(
                place.name(),
                marks.size(),
                newest == null ? 0 : newest.sequence(),
                newest == null ? Instant.EPOCH : newest.at(),
                guarantee.isEmpty() && before != null ? before.guarantee() : guarantee,
                trouble);
    }

    private AnchorState trouble(AnchorPlace place, String why) {
        AnchorState before = seen.get(place.name());
        return before == null
                ? new AnchorState(place.name(), 0, 0, Instant.EPOCH, "", why)
                : new AnchorState(place.name(), before.kept(), before.sequence(), before.at(), before.guarantee(), why);
    }

    /** What keeps anchors from being kept, for operators; empty where all is well. */
    public Optional<String> trouble() {
        one.lock();
        try {
            return seen.values().stream()
                    .filter(state -> !state.trouble().isEmpty())
                    .findFirst()
                    .map(state -> state.place() + ": " + state.trouble());
        } finally {
            one.unlock();
        }
    }

    /** Every anchor that can be read and that the log contradicts; a place that cannot be read is no fault of the log. */
    public List<AuditLog.Fault> compare() {
        List<AuditLog.Fault> faults = new ArrayList<>();
        one.lock();
        try {
            for (AnchorPlace place : places) {
                try {
                    List<AnchorMark> marks = place.read().orElse(List.of());
                    marks.forEach(mark -> compare(place, mark).ifPresent(faults::add));
                    seen.put(place.name(), looked(place, null, "", ""));
                } catch (Problem problem) {
                    String why = String.valueOf(problem.getMessage());
                    seen.put(place.name(), trouble(place, why));
                    if (problem.kind() == Problem.Kind.REFUSED) {
                        faults.add(new AuditLog.Fault(0, why));
                    }
                }
            }
        } finally {
            one.unlock();
        }
        return faults;
    }

    private Optional<AuditLog.Fault> compare(AnchorPlace place, AnchorMark mark) {
        List<ChainedRow> there = audit.chained(AuditQuery.ALL, mark.sequence() - 1, 1);
        String vouches = "the anchor of " + mark.at() + " in " + place.name() + " vouches for ";
        if (there.isEmpty() || there.getFirst().sequence() != mark.sequence()) {
            return Optional.of(new AuditLog.Fault(
                    mark.sequence(),
                    "row " + mark.sequence() + " is missing: " + vouches
                            + "it; the tail was cut off, or this is another database"));
        }
        String hash = there.getFirst().hash();
        return hash.equals(mark.hash())
                ? Optional.empty()
                : Optional.of(new AuditLog.Fault(
                        mark.sequence(),
                        "row " + mark.sequence() + " has hash " + Sha256.shortened(hash) + ", but " + vouches
                                + Sha256.shortened(mark.hash())
                                + ": the log was rewritten, or this is another database"));
    }
}
