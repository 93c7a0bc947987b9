package dev.vesper.desk.workbench.way;

import dev.vesper.desk.diagram.Standing;
import dev.vesper.desk.diagram.StandingElement;
import dev.vesper.desk.diagram.TakenFlow;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.ProposalWay;
import dev.vesper.desk.workbench.way.DrawnChange.Flow;
import dev.vesper.desk.workbench.way.DrawnChange.Kind;
import dev.vesper.desk.workbench.way.DrawnChange.Step;
import dev.vesper.desk.workbench.way.ProposalStand.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks the drawn process as a proposal went, by what its events say; the engine is asked nothing. */
public final class ProposalWalk {
    private final DrawnChange drawn;
    private final ProposalStand stand;
    private final String task;
    private final List<StandingElement> elements = new ArrayList<>();
    private final List<TakenFlow> flows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ProposalWalk(DrawnChange drawn, ProposalStand stand, String task) {
        this.drawn = drawn;
        this.stand = stand;
        this.task = task;
    }

    /**
     * Where the newest proposal of a draft stands.
     *
     * @param asked what is asked of checkers; empty where nothing is
     * @param drawn empty where the process cannot be drawn: then it is told in words
     */
    public static ProposalPicture of(
            Draft draft, Optional<ChangeProposal> asked, Optional<DrawnChange> drawn, Instant now) {
        ProposalStand stand = ProposalStand.of(draft, asked, now);
        ProposalWalk walk = new ProposalWalk(
                drawn.orElseGet(() -> new DrawnChange("", "", "", "", List.of(), List.of())),
                stand,
                draft.id() + "/check-rules-" + stand.proposal());
        if (stand.stage() != Stage.NONE) {
            walk.drawn.steps().stream()
                    .filter(step -> step.kind() == Kind.STARTS)
                    .findFirst()
                    .ifPresent(walk::went);
        }
        return new ProposalPicture(draft.id(), stand.proposal(), stand.sentence(), walk.elements, walk.flows);
    }

    private void went(Step begin) {
        Optional<Step> next = Optional.of(begin);
        String answer = ProcessVariable.written(
                stand.stage() == Stage.EXPIRED || stand.stage() == Stage.OVER
                        ? ProposalWay.Step.OVER
                        : ProposalWay.Step.AGREED);
        while (next.isPresent() && seen.add(next.get().id())) {
            Step step = next.get();
            if (stands(step.kind())) {
                here(step);
                comes(step);
                return;
            }
            add(step, done(step.kind()), Optional.empty(), "", "");
            if (step.kind() == Kind.CHECKS && stand.stage() == Stage.EXPIRED) {
                next = drawn.steps().stream()
                        .filter(one -> one.kind() == Kind.RINGS)
                        .findFirst();
                continue;
            }
            if (step.kind() == Kind.ACTIVATES) {
                answer = ProcessVariable.written(
                        stand.stage() == Stage.TAKEN_BACK ? ProposalWay.Step.TAKEN_BACK : ProposalWay.Step.ACTIVE);
            }
            next = onward(step, answer, true);
        }
    }

    private boolean stands(Kind kind) {
        return switch (stand.stage()) {
            case CHECKING -> kind == Kind.CHECKS;
            case WAITING -> kind == Kind.WAITS;
            case ACTIVATING -> kind == Kind.ACTIVATES;
            case NONE, JUDGES, TAKEN_BACK, EXPIRED, OVER -> false;
        };
    }

    private Standing done(Kind kind) {
        boolean no = stand.stage() == Stage.OVER || stand.stage() == Stage.EXPIRED || stand.stage() == Stage.TAKEN_BACK;
        return kind == Kind.ENDS && no ? Standing.REFUSED : Standing.DONE;
    }

    private void here(Step step) {
        boolean people = step.kind() == Kind.CHECKS;
        add(step, people ? Standing.WAITING : Standing.ACTIVE, stand.since(), stand.sentence(), people ? task : "");
    }

    /** What comes when people agree and it holds. */
    private void comes(Step step) {
        String answer = ProcessVariable.written(
                step.kind() == Kind.ACTIVATES ? ProposalWay.Step.ACTIVE : ProposalWay.Step.AGREED);
        Optional<Step> next = onward(step, answer, false);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().kind() != Kind.CHOOSES && next.get().kind() != Kind.PASSES) {
                add(next.get(), Standing.NEXT, Optional.empty(), "", "");
                return;
            }
            next = onward(next.get(), answer, false);
        }
    }

    private Optional<Step> onward(Step step, String answer, boolean went) {
        List<Flow> out = drawn.flows().stream()
                .filter(flow -> flow.from().equals(step.id()))
                .toList();
        Optional<Flow> taken = out.stream()
                .filter(flow -> flow.asks().equals(answer))
                .findFirst()
                .or(() -> out.stream().filter(flow -> flow.asks().isEmpty()).findFirst());
        if (went) {
            taken.ifPresent(flow -> flows.add(new TakenFlow(drawn.process(), flow.id())));
        }
        return taken.flatMap(flow ->
                drawn.steps().stream().filter(one -> one.id().equals(flow.to())).findFirst());
    }

    private void add(Step step, Standing state, Optional<Instant> since, String says, String asked) {
        elements.add(new StandingElement(
                drawn.process(), step.id(), step.name(), state, since.orElse(null), null, null, says, asked));
    }
}
