package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps what the rebalance stage decided. A save is one transaction and may be repeated. */
public interface RebalanceStore {
    /**
     * Stores what the stage decides, part after part, and what the chosen lots cost, so that later runs know what their sale
     * realised. The first decision of a run stands: then no part is asked for.
     *
     * @param parts of one account or many, in their order. Each is made when the one before is stored and is not kept, so a
     *     day's verdicts are never all in memory; where one fails, nothing is stored
     * @param lots the firm's tax lots, as the decision saw them
     */
    void saveRebalance(RunId run, Stream<RebalanceResult> parts, List<TaxLot> lots);

    /** What was decided, in figures; empty where the stage has not decided yet. */
    Optional<Rebalance.Result> figures(RunId run);

    /**
     * What a person sees before trades go on; empty where the stage has not decided yet.
     *
     * @param shown how many verdicts and orders the lists begin with
     */
    Optional<DecisionSummary> summary(RunId run, int shown);

    /** All of it; empty where the stage has not decided yet. A large firm has five verdicts for each order. */
    Optional<RebalanceResult> rebalance(RunId run);

    /** The same without the verdicts that passed. */
    Optional<RebalanceResult> withoutPasses(RunId run);

    /** Hands over every verdict, in its order, without holding them; none where the stage has not decided yet. */
    void eachVerdict(RunId run, Consumer<Verdict> each);

    /** The orders that go to approval, in their order; empty where the stage has not decided yet. */
    Optional<List<ParentOrder>> orders(RunId run);

    /**
     * What an account traded by the {@link PastRuns} of a run. Ordered by run and parent order.
     *
     * @param since the first business date that counts
     */
    List<PastTrade> recentTrades(RunRecord now, String account, LocalDate since);
}
