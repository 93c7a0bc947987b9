package dev.vesper.app.load;

import java.util.Locale;

/**
 * What acts have cost up to a moment.
 *
 * @param acts that were answered
 * @param cpuSeconds of the served process, all that it does included
 * @param reads transactions that only read
 * @param writes transactions that may write
 * @param commits those of them that appended to the audit, for which the anchor is forced four times
 * @param forces of the database
 */
record Cost(int acts, double cpuSeconds, double reads, double writes, double commits, double forces) {
    private static final double MILLIS = 1_000;
    private static final int ANCHORED = 4;

    static Cost now(ServedState up, int acts) {
        return new Cost(
                acts,
                up.cpuSeconds(),
                up.metric("vesper_store_transactions_total{kind=\"read\"}"),
                up.metric("vesper_store_transactions_total{kind=\"write\"}"),
                up.metric("vesper_audit_commits_total"),
                up.metric("vesper_store_forces_total"));
    }

    /** What an act has cost since an earlier moment. */
    String since(Cost earlier) {
        double n = Math.max(1, acts - earlier.acts);
        double chained = commits - earlier.commits;
        return String.format(
                Locale.ROOT,
                "%d acts, each %.1f ms of the processor, %.1f transactions that read and %.1f that write, %.2f forces;"
                        + " %.1f acts a transaction of the audit",
                acts - earlier.acts,
                (cpuSeconds - earlier.cpuSeconds) * MILLIS / n,
                (reads - earlier.reads) / n,
                (writes - earlier.writes) / n,
                (forces - earlier.forces + ANCHORED * chained) / n,
                n / Math.max(1, chained));
    }
}
