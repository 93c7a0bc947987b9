package dev.vesper.execution.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the sequence numbers.
 *
 * @param all oldest first
 * @param events how many events made it so
 */
public record SequenceState(List<SequenceRequest> all, int events) {
    /** Nobody ever asked. */
    public static final SequenceState NOTHING = new SequenceState(List.of(), 0);

    public SequenceState {
        all = List.copyOf(all);
    }

    /** One by its id. */
    public Optional<SequenceRequest> find(String id) {
        return all.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** The one about a session that nobody has answered. */
    public Optional<SequenceRequest> open(String run, String venue) {
        return all.stream()
                .filter(request -> request.open() && request.of(run, venue))
                .findFirst();
    }

    String next() {
        return "S-" + (all.size() + 1);
    }

    SequenceState asked(SequenceRequest request) {
        List<SequenceRequest> next = new ArrayList<>(all);
        next.add(request);
        return new SequenceState(next, events + 1);
    }

    SequenceState answered(String id) {
        return new SequenceState(
                all.stream()
                        .map(request -> request.id().equals(id) ? request.answered() : request)
                        .toList(),
                events + 1);
    }
}
