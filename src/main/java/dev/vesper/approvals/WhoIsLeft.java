package dev.vesper.approvals;

import dev.vesper.basics.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether enough people are left to say the yeses that an open question still takes. Where Ben and Dora are all of {@code
 * risk}, and both approved as checkers already, nobody is left to approve for risk, and the question would wait for ever.
 *
 * @param then who belonged to which group when the run was opened: they alone may answer
 * @param now who belongs to which group by the firm's file as it is now: whoever is gone from there will hardly answer
 */
public record WhoIsLeft(People then, People now) {
    /** Why nobody can release the data of a run any more; empty where somebody can. */
    public Optional<String> toRelease() {
        return lacking(List.of(People.DATA_STEWARDS), List.of());
    }

    /**
     * Why an approval can no more come about; empty where it can, or is decided.
     *
     * @param needed what it takes from the beginning
     */
    public Optional<String> toApprove(ApprovalState state, ApprovalsNeeded needed) {
        return switch (state.answers()) {
            case FourEyesState.NotProposed() -> {
                List<String> seats = new ArrayList<>(List.of(People.MAKERS));
                needed.steps().forEach(step -> seats.add(step.group()));
                yield lacking(seats, List.of());
            }
            case FourEyesState.AwaitingChecker waiting -> {
                yield lacking(
                        waiting.needed().stream()
                                .filter(step -> waiting.open(step.number()).isPresent())
                                .map(ApprovalStep::group)
                                .toList(),
                        state.barred());
            }
            case FourEyesState.Declined _, FourEyesState.Rejected _, FourEyesState.Approved _ -> Optional.empty();
        };
    }

    private Optional<String> lacking(List<String> seats, List<String> answered) {
        Map<String, List<String>> free = new HashMap<>();
        return then.known()
                ? Seats.lacking(seats, group -> free.computeIfAbsent(group, one -> free(one, answered)))
                        .map(group -> said(group, seats, answered))
                : Optional.empty();
    }

    private List<String> free(String group, List<String> answered) {
        return now.among(then.of(group), group).stream()
                .filter(person -> !any(answered, person))
                .toList();
    }

    private String said(String group, List<String> seats, List<String> answered) {
        List<String> free = free(group, answered);
        if (!free.isEmpty()) {
            return Counted.of(seats.size(), "more answer") + " by different people (" + String.join(", ", seats)
                    + ") can no more be given: of " + group + " only " + String.join(", ", free)
                    + (free.size() == 1 ? " is" : " are") + " left";
        }
        List<String> members = then.of(group);
        return "nobody of " + group + " is left to say yes: "
                + (members.isEmpty()
                        ? "people: of firm.yaml named nobody of it when the run was opened"
                        : String.join(
                                ", ",
                                members.stream()
                                        .map(one -> one
                                                + (any(answered, one)
                                                        ? " has answered already"
                                                        : " is no longer of it in firm.yaml"))
                                        .toList()));
    }

    private static boolean any(List<String> names, String name) {
        return names.stream().anyMatch(one -> PersonName.same(one, name));
    }
}
