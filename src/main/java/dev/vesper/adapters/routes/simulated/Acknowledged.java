package dev.vesper.adapters.routes.simulated;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueReport;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks whether a venue's journal holds what the venue told the house, before the venue is opened over it. A venue that
 * forgot an order would take it anew, and fill it once more. Nothing on the disk is touched.
 */
final class Acknowledged {
    private final RunId run;
    private final String venue;
    private final Path journal;

    /** @param journal which need not be there any more */
    Acknowledged(RunId run, String venue, Path journal) {
        this.run = run;
        this.venue = venue;
        this.journal = journal;
    }

    /**
     * Compares.
     *
     * @param book an empty one of the venue
     * @param known of all venues
     * @throws Problem of kind UNAVAILABLE that names the file, the first order that differs, and what to do
     */
    void require(VenueBook book, KnownOrders known) {
        Map<String, ChildOrder> children = new HashMap<>();
        known.children().stream()
                .filter(child -> child.venue().equals(venue))
                .forEach(child -> children.put(child.clientOrderId(), child));
        List<ChildOrder> told = known.children().stream()
                .filter(child -> child.venue().equals(venue) && ended(known, child))
                .toList();
        Map<String, VenueCommand.Enter> entered = replayed(book, children);
        List<ChildOrder> lost = told.stream()
                .filter(child -> !entered.containsKey(child.clientOrderId()))
                .toList();
        if (!lost.isEmpty()) {
            throw broken(
                    "it lacks " + lost.size() + " of the " + told.size() + " orders that the venue told the end of, "
                            + lost.getFirst().clientOrderId() + " first"
                            + (Files.exists(journal) ? "" : "; the file is gone"));
        }
        for (ChildOrder child : told) {
            compare(
                    child,
                    Objects.requireNonNull(known.outcomes().get(child.clientOrderId())),
                    Objects.requireNonNull(entered.get(child.clientOrderId())),
                    book);
        }
    }

    /** Of what we denied ourselves no venue was told. */
    private static boolean ended(KnownOrders known, ChildOrder child) {
        ChildOutcome outcome = known.outcomes().get(child.clientOrderId());
        return outcome != null && outcome.state() != ChildOutcome.State.DENIED;
    }

    private Map<String, VenueCommand.Enter> replayed(VenueBook book, Map<String, ChildOrder> children) {
        Map<String, VenueCommand.Enter> entered = new HashMap<>();
        for (VenueCommand command : VenueJournal.read(journal)) {
            book.handle(command);
            if (command instanceof VenueCommand.Enter enter) {
                if (!children.containsKey(enter.clientOrderId())) {
                    throw broken("it holds the order " + enter.clientOrderId() + ", which was never sent");
                }
                entered.put(enter.clientOrderId(), enter);
            }
        }
        return entered;
    }

    private void compare(ChildOrder child, ChildOutcome told, VenueCommand.Enter enter, VenueBook book) {
        if (!enter.symbol().equals(child.symbol())
                || enter.side() != child.side()
                || enter.quantity().compareTo(child.quantity()) != 0
                || enter.limitPrice().compareTo(child.limitPrice()) != 0
                || enter.minimumQuantity().compareTo(minimum(child)) != 0) {
            throw broken("its order " + child.clientOrderId() + " is another one than was sent");
        }
        if (!(book.handle(enter).getLast() instanceof VenueReport.Execution last)
                || !last.event().name().equals(told.state().name())
                || last.cumulative().compareTo(told.filled()) != 0) {
            throw broken("by it the order " + child.clientOrderId() + " has not ended as the venue said: "
                    + told.state() + " with " + told.filled().toPlainString() + " filled");
        }
    }

    private static BigDecimal minimum(ChildOrder child) {
        return child.minimumFill() == null ? BigDecimal.ZERO : child.minimumFill();
    }

    private Problem broken(String what) {
        return Problem.unavailable("Expected the journal of venue " + venue + " to hold all that the venue told run "
                + run + ", but " + what + " (" + journal
                + "); maybe it was cut, replaced or deleted: put it back from a"
                + " copy of the same moment and go on with ./vesper runs resume " + run
                + " --reason WHY, or ./vesper eod"
                + " --resume. Without it the run cannot go on: ./vesper runs abandon " + run
                + " books what was filled and leaves the rest");
    }
}
