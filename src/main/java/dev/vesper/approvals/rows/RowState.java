package dev.vesper.approvals.rows;

import dev.vesper.approvals.rows.RowRequest.Standing;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of a run stands.
 *
 * @param check the verdict that counts now; null before the data is checked
 * @param prices the accepted prices that count now; null before the data is checked
 * @param requests every one, oldest first
 * @param agreed the numbers of those that were agreed to, in the order of the agreements
 * @param events how many events made it so
 */
public record RowState(
        @Nullable RowSum check, @Nullable RowSum prices, List<RowRequest> requests, List<Integer> agreed, int events) {
    /** Nothing was checked yet. */
    public static final RowState NOTHING = new RowState(null, null, List.of(), List.of(), 0);

    public RowState {
        requests = List.copyOf(requests);
        agreed = List.copyOf(agreed);
    }

    /** One request by its number. */
    public Optional<RowRequest> find(int number) {
        return requests.stream().filter(request -> request.number() == number).findFirst();
    }

    /** The request that decides a row, or waits to: one that was refused does neither. */
    public Optional<RowRequest> about(RowPlace place) {
        return requests.stream()
                .filter(request -> request.standing() != Standing.REFUSED && request.about(place))
                .findFirst();
    }

    /** Those that wait for another person, oldest first. */
    public List<RowRequest> waiting() {
        return requests.stream()
                .filter(request -> request.standing() == Standing.WAITS)
                .toList();
    }

    /** What two people decided, in the order of their agreements. */
    public List<DecidedRows> decided() {
        return agreed.stream()
                .flatMap(number -> find(number).stream())
                .map(RowRequest::decided)
                .toList();
    }

    /** The request that was agreed to last; 0 where none was. */
    public int newest() {
        return agreed.isEmpty() ? 0 : agreed.getLast();
    }

    RowState checked(RowSum verdict, RowSum accepted) {
        return new RowState(verdict, accepted, requests, agreed, events + 1);
    }

    RowState asked(RowRequest request) {
        List<RowRequest> next = new ArrayList<>(requests);
        next.add(request);
        return new RowState(check, prices, next, agreed, events + 1);
    }

    RowState refused(int number, String by, String said) {
        return new RowState(check, prices, with(number, Standing.REFUSED, by, said), agreed, events + 1);
    }

    RowState agreed(int number, String by, String said, RowSum verdict, RowSum accepted) {
        List<Integer> next = new ArrayList<>(agreed);
        next.add(number);
        return new RowState(verdict, accepted, with(number, Standing.AGREED, by, said), next, events + 1);
    }

    private List<RowRequest> with(int number, Standing standing, String by, String said) {
        return requests.stream()
                .map(request -> request.number() == number ? request.answered(standing, by, said) : request)
                .toList();
    }
}
