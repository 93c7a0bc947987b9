package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one change of the rules stands by its events.
 *
 * @param events how many made it so
 * @param versions what it was, oldest first; the first is the active version that it was begun on, or merged with
 * @param settled how many of the versions stay whatever is undone: the first, and with it what a merge made
 * @param makers whoever wrote, undid or proposed, in that order
 * @param proposals how many there were
 * @param proposal the newest, unless it is over
 */
record ChangeState(
        int events,
        String title,
        List<RulesVersion> versions,
        int settled,
        List<String> makers,
        boolean discarded,
        int proposals,
        Optional<Proposal> proposal) {
    static final ChangeState NOTHING = new ChangeState(0, "", List.of(), 0, List.of(), false, 0, Optional.empty());

    ChangeState {
        versions = List.copyOf(versions);
        makers = List.copyOf(makers);
    }

    /**
     * What is asked of checkers.
     *
     * @param approvals who agreed
     */
    record Proposal(
            int number,
            String sha256,
            String base,
            String shown,
            ReplayEffect effect,
            int checkers,
            String because,
            Instant from,
            Instant until,
            boolean urgent,
            String by,
            String reason,
            List<String> approvals) {
        Proposal {
            approvals = List.copyOf(approvals);
        }

        boolean approved() {
            return approvals.size() >= checkers;
        }

        /** Whether its time is over and not all agreed who are needed. */
        boolean expired(Instant at) {
            return !approved() && !at.isBefore(until);
        }

        Proposal approvedBy(String by) {
            List<String> more = new ArrayList<>(approvals);
            more.add(by);
            return new Proposal(
                    number, sha256, base, shown, effect, checkers, because, from, until, urgent, this.by, reason, more);
        }
    }

    boolean open() {
        return events > 0 && !discarded;
    }

    RulesVersion base() {
        return versions.getFirst();
    }

    RulesVersion now() {
        return versions.getLast();
    }

    boolean isMaker(String name) {
        return makers.stream().anyMatch(maker -> PersonName.same(maker, name));
    }

    ChangeState begun(String as, RulesVersion base, String by) {
        return new ChangeState(events + 1, as, List.of(base), 1, List.of(by), false, 0, Optional.empty());
    }

    ChangeState edited(RulesVersion version, String by) {
        List<RulesVersion> more = new ArrayList<>(versions);
        more.add(version);
        return new ChangeState(events + 1, title, more, settled, with(by), discarded, proposals, Optional.empty());
    }

    ChangeState undone(String by) {
        List<RulesVersion> fewer = versions.subList(0, versions.size() - 1);
        return new ChangeState(events + 1, title, fewer, settled, with(by), discarded, proposals, Optional.empty());
    }

    ChangeState merged(RulesVersion base, RulesVersion version, String by) {
        List<RulesVersion> both = List.of(base, version);
        return new ChangeState(events + 1, title, both, both.size(), with(by), discarded, proposals, Optional.empty());
    }

    ChangeState over(boolean gone) {
        return new ChangeState(events + 1, title, versions, settled, makers, gone, proposals, Optional.empty());
    }

    ChangeState proposed(Proposal asked) {
        return new ChangeState(
                events + 1, title, versions, settled, with(asked.by()), discarded, asked.number(), Optional.of(asked));
    }

    ChangeState approved(Proposal more) {
        return new ChangeState(events + 1, title, versions, settled, makers, discarded, proposals, Optional.of(more));
    }

    private List<String> with(String maker) {
        if (isMaker(maker)) {
            return makers;
        }
        List<String> more = new ArrayList<>(makers);
        more.add(maker);
        return more;
    }
}
