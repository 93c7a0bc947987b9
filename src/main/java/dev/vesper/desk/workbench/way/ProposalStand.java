package dev.vesper.desk.workbench.way;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the newest proposal of a draft came.
 *
 * @param proposal which one; 0 where it was never proposed
 * @param stage where it is, or how it ended
 * @param since when that came to be; empty where the draft's own events do not say
 * @param sentence for people, without a full stop
 */
record ProposalStand(int proposal, Stage stage, Optional<Instant> since, String sentence) {
    /** Where a proposal is. */
    enum Stage {
        NONE,
        CHECKING,
        /** All agreed, and its time has not come. */
        WAITING,
        /** All agreed, its time has come, and it does not judge yet. */
        ACTIVATING,
        JUDGES,
        TAKEN_BACK,
        EXPIRED,
        /** Somebody said no, took it back or wrote to the draft. */
        OVER
    }

    private static final String[] NTH = {"a", "a second", "a third", "a fourth", "a fifth"};

    static ProposalStand of(Draft draft, Optional<ChangeProposal> asked, Instant now) {
        List<Draft.Step> ofIt = new ArrayList<>();
        int number = 0;
        for (Draft.Step step : draft.steps()) {
            if (step.act().equals("proposed")) {
                number++;
                ofIt.clear();
            }
            if (number > 0) {
                ofIt.add(step);
            }
        }
        if (number == 0) {
            return new ProposalStand(0, Stage.NONE, Optional.empty(), "is not proposed");
        }
        Draft.Step last = ofIt.getLast();
        int which = number;
        return switch (draft.state()) {
            case PROPOSED -> asked.map(open -> checking(open, last)).orElseGet(() -> over(which, ofIt));
            case APPROVED -> asked.map(open -> agreed(open, last, now)).orElseGet(() -> over(which, ofIt));
            case ACTIVATED -> new ProposalStand(which, Stage.JUDGES, Optional.empty(), "came to judge");
            case ROLLED_BACK ->
                new ProposalStand(
                        which, Stage.TAKEN_BACK, Optional.empty(), "came to judge, and was taken back by itself");
            case OPEN, DISCARDED -> over(which, ofIt);
        };
    }

    private static ProposalStand checking(ChangeProposal open, Draft.Step last) {
        int agreed = open.approvals().size();
        int missing = open.checkers() - agreed;
        String whom = missing == 1 && agreed < NTH.length ? NTH[agreed] + " checker" : Counted.of(missing, "checker");
        return new ProposalStand(
                open.number(),
                Stage.CHECKING,
                Optional.of(last.at()),
                "waits for " + whom + " since " + said(last.at())
                        + (agreed == 0 ? "" : " (" + String.join(", ", open.approvals()) + " agreed)")
                        + (open.expires() ? ", until " + said(open.until()) : ""));
    }

    private static ProposalStand agreed(ChangeProposal open, Draft.Step last, Instant now) {
        boolean due = !now.isBefore(open.from());
        return new ProposalStand(
                open.number(),
                due ? Stage.ACTIVATING : Stage.WAITING,
                Optional.of(last.at()),
                "all agreed at " + said(last.at()) + ", and it waits "
                        + (due ? "for a Vesper that is up to let it judge" : "for its time, " + said(open.from())));
    }

    private static String said(Instant moment) {
        return Numbers.stamp(moment) + " UTC";
    }

    /** The first thing that ended it: what was written to the draft afterwards is no matter. */
    private static ProposalStand over(int number, List<Draft.Step> ofIt) {
        return ofIt.stream()
                .skip(1)
                .filter(step -> !step.act().equals("approved"))
                .findFirst()
                .map(step -> new ProposalStand(
                        number,
                        step.act().equals("expired") ? Stage.EXPIRED : Stage.OVER,
                        Optional.of(step.at()),
                        "proposal " + number + " is over: " + step.act() + " at " + said(step.at())
                                + (step.by().equals("vesper") ? "" : " by " + step.by())
                                + (step.note().isEmpty() ? "" : " (" + step.note() + ")")))
                .orElseGet(() ->
                        new ProposalStand(number, Stage.OVER, Optional.empty(), "proposal " + number + " is over"));
    }
}
