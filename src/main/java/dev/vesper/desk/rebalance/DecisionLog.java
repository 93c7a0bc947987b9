package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.measure.Fact;
import java.util.List;

/** Keeps every decision of the rules on a run's orders, with all that was known: what would another rule have said? */
public interface DecisionLog {
    /**
     * Begins what is recorded of a run, from its first account.
     *
     * @param facts that the decisions may hold
     */
    Recording begin(RunId run, List<Fact<?>> facts);

    /** The decisions of one judging, from its first account to its last. One thread tells them. */
    interface Recording extends DecisionSink, AutoCloseable {
        /**
         * Keeps all that was told, whole and durable on return; in the place of what was kept by a judging whose decision was
         * never stored, because it was killed.
         */
        void keep();

        /** Forgets what was not kept. */
        @Override
        void close();
    }
}
