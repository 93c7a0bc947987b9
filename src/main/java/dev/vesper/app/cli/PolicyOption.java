package dev.vesper.app.cli;

import dev.vesper.adapters.firm.UrgencyPolicyFile;
import dev.vesper.basics.Counted;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.execution.learn.Situation;
import dev.vesper.execution.learn.UrgencyPolicy;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A learned policy for orders of implementation shortfall; see {@link LearnCommand}. */
final class PolicyOption {
    private static final long MINUTE = 60_000;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "is: the urgency of each order by a policy of execution learn, instead of risk and impact.")
    private @Nullable Path file;

    private @Nullable UrgencyPolicy policy;
    private int asked;
    private int changed;

    /**
     * How an order is spread by the policy; empty where none is named.
     *
     * @param units of the whole order, in what the schedule is of
     */
    Optional<Schedule> schedule(WorkedOrder order, Window window, long units, MarketDay market) {
        if (file == null) {
            return Optional.empty();
        }
        if (policy == null) {
            policy = UrgencyPolicyFile.read(file).policy();
        }
        int place = place(policy, order, market);
        asked++;
        changed += place == policy.own() ? 0 : 1;
        double urgency = policy.urgencies().get(place);
        double[] left = new double[window.slices() + 1];
        Arrays.setAll(left, i -> units * AlmgrenChriss.left(urgency, (window.slices() - i) / (double) window.slices()));
        return Optional.of(Schedule.asHoldings(window, units, left));
    }

    /** An order of another length than it was taught by gets the firm's own. */
    private static int place(UrgencyPolicy policy, WorkedOrder order, MarketDay market) {
        if (order.window().millis() != policy.minutes() * MINUTE) {
            return policy.own();
        }
        return Situation.of(market, order.side(), order.quantity().doubleValue(), order.window())
                .map(situation -> policy.choose(situation).place())
                .orElse(policy.own());
    }

    /** How many orders it changed, where one was named. */
    void tell(PrintWriter err) {
        if (policy != null) {
            err.println("  the policy gave " + changed + " of " + Counted.of(asked, "order")
                    + " another urgency than the own of " + policy.urgencies().get(policy.own()));
        }
    }
}
