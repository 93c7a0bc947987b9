package dev.vesper.desk;

import dev.vesper.basics.RunId;
import dev.vesper.portfolio.TaxLot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Runs, their stages and what the rebalance stage decided. Every save is one transaction and may be repeated. */
public interface RunStore {
    /** Opens a run with the next number of its date; the id is decided and stored in one transaction. */
    RunRecord open(LocalDate date, String firm, long seed, boolean rehearsal, java.time.Instant at);

    Optional<RunRecord> find(RunId run);

    /** Newest first. */
    List<RunRecord> recent(int count);

    void status(RunId run, RunStatus status);

    void stage(RunId run, StageRecord stage);

    /** In the order they were first started. */
    List<StageRecord> stages(RunId run);

    void saveData(RunId run, DataCheck check);

    /** Empty where the data has not been checked yet. */
    Optional<DataCheck> data(RunId run);

    /**
     * Stores what the stage decided, and what the chosen lots cost, so that later runs know what their sale realised. The
     * first decision of a run stands.
     *
     * @param lots the firm's tax lots, as the decision saw them
     */
    void saveRebalance(RunId run, RebalanceResult result, List<TaxLot> lots);

    /** Empty where the stage has not decided yet. */
    Optional<RebalanceResult> rebalance(RunId run);

    /**
     * What an account traded from a date on, and before the run's own date, by finished runs of the same firm folder.
     * Rehearsals traded nothing and do not count. Ordered by run and parent order.
     */
    List<AccountBook.RecentTrade> recentTrades(String firm, String account, LocalDate since, RunId before);
}
