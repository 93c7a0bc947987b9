package dev.vesper.approvals;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an approval and its questions stand.
 *
 * @param answers what was proposed and who agreed
 * @param handling who looks after which question, and what was said about it
 */
public record ApprovalState(FourEyesState answers, Handling handling) {
    /** The maker and every checker who has answered, in that order; none before the proposal. */
    public List<String> answered() {
        List<String> people = new ArrayList<>();
        if (answers instanceof FourEyesState.AwaitingChecker waiting) {
            people.add(waiting.maker());
            waiting.given().forEach(given -> people.add(given.checker()));
        }
        return people;
    }

    /**
     * Who can check no more: they, or somebody whom a delegation links to them, have answered.
     */
    public List<String> barred() {
        List<String> barred = new ArrayList<>(answered());
        handling.people().stream()
                .filter(person -> barred.stream().noneMatch(one -> PersonName.same(one, person)))
                .filter(person -> answered().stream().anyMatch(one -> handling.linked(one, person)))
                .forEach(barred::add);
        return barred;
    }
}
