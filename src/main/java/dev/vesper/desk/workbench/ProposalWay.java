package dev.vesper.desk.workbench;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.ProcessVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The way of proposals to judging, for whoever drives it: at each step it is asked here what is so by the events. Nothing that
 * is said to it lets rules judge that not enough people agreed to.
 */
public final class ProposalWay {
    /** What a process is told of a proposal. */
    public static final ProcessVariable<Step> CHANGE = new ProcessVariable<>("change", Step.class);

    /** How far a proposal came. */
    public enum Step {
        /** All agreed who are needed. */
        AGREED,
        /** Nothing is to be done any more: it was refused, withdrawn, written to, or judges already. */
        OVER,
        /** Its rules judge. */
        ACTIVE,
        /** Its rules judged, and were taken back by themselves. */
        TAKEN_BACK,
        /** Something stands against it by now; people were told. */
        REFUSED
    }

    /** A proposal of a draft. */
    public record Proposed(String draft, int number) {
        /** {@code D-3/1}. */
        public String key() {
            return draft + "/" + number;
        }
    }

    private final RuleChanges changes;
    private final ChangeRecords records;
    private final Consumer<String> people;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param people hears what becomes of them */
    public ProposalWay(RuleChanges changes, ChangeRecords records, Consumer<String> people) {
        this.changes = changes;
        this.records = records;
        this.people = people;
    }

    /** Those on their way. One that was refused at its time is tried no more until Vesper starts again. */
    public List<Proposed> open() {
        changes.guardLeft().ifPresent(people);
        List<String> ids = records.log().ids();
        List<ChangeState> states = records.log().states(ids);
        List<Proposed> open = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            ChangeState state = states.get(i);
            if (state.open()
                    && state.proposal().isPresent()
                    && !changes.active().activated(id)) {
                Proposed proposed = new Proposed(id, state.proposal().get().number());
                if (!refused.contains(proposed.key())) {
                    open.add(proposed);
                }
            }
        }
        return open;
    }

    /** {@link Step#AGREED} or {@link Step#OVER}; empty while people are asked. */
    public Optional<Step> checked(Proposed proposed) {
        return waiting(proposed)
                .map(asked -> asked.approved() ? Optional.of(Step.AGREED) : Optional.<Step>empty())
                .orElse(Optional.of(Step.OVER));
    }

    /** Until when people have to agree; now for one that is over. */
    public Instant until(Proposed proposed) {
        return waiting(proposed).map(ChangeState.Proposal::until).orElseGet(records::now);
    }

    /**
     * Whether nobody is asked any more; where its time is over, that is written down. {@link Step#AGREED} where all agreed
     * meanwhile, empty while there is time, whatever a clock beside says.
     */
    public Optional<Step> expired(Proposed proposed) {
        Optional<ChangeState.Proposal> asked = waiting(proposed);
        if (asked.isEmpty() || asked.get().approved()) {
            return Optional.of(asked.isEmpty() ? Step.OVER : Step.AGREED);
        }
        if (!asked.get().expired(records.now())) {
            return Optional.empty();
        }
        if (changes.expire(proposed.draft())) {
            people.accept("nobody is asked about the rules of " + titled(proposed) + " any more: not all agreed until "
                    + asked.get().until());
        }
        return Optional.of(Step.OVER);
    }

    /** When it is to judge, at the earliest; now for one that is over. */
    public Instant from(Proposed proposed) {
        return waiting(proposed).map(ChangeState.Proposal::from).orElseGet(records::now);
    }

    /** Whether its time has come. */
    public boolean due(Proposed proposed) {
        return !records.now().isBefore(from(proposed));
    }

    /**
     * Lets its rules judge, if that is what all agreed to who are needed.
     *
     * @throws Problem of kind UNAVAILABLE where it cannot be done now
     */
    public Step activate(Proposed proposed) {
        Optional<ChangeState.Proposal> asked = waiting(proposed);
        if (asked.isEmpty()) {
            return Step.OVER;
        }
        boolean meant = asked.get().approved() && due(proposed);
        try {
            List<String> unwritten = changes.activate(proposed.draft(), "vesper");
            people.accept("the rules of " + titled(proposed) + " are active");
            unwritten.forEach(people);
            return Step.ACTIVE;
        } catch (Problem why) {
            if (why.kind() == Problem.Kind.UNAVAILABLE) {
                throw why;
            }
            if (meant) { // what came too early may be in order later
                refused.add(proposed.key());
            }
            people.accept("the rules of " + titled(proposed) + " are not active: " + why.getMessage());
            return changes.active().activated(proposed.draft()) ? Step.TAKEN_BACK : Step.REFUSED;
        }
    }

    private String titled(Proposed proposed) {
        return proposed.draft() + " ("
                + records.log().known(proposed.draft()).state().title() + ")";
    }

    /** The proposal where it is open, is not over and does not judge yet. */
    private Optional<ChangeState.Proposal> waiting(Proposed proposed) {
        if (!ChangeLog.isId(proposed.draft()) || changes.active().activated(proposed.draft())) {
            return Optional.empty();
        }
        ChangeState state = records.log().of(proposed.draft()).state();
        return state.open() ? state.proposal().filter(asked -> asked.number() == proposed.number()) : Optional.empty();
    }
}
