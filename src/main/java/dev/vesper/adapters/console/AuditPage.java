package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.operations.Operations;
import java.util.List;

/** Who did what, newest first, and whether the record is untouched. */
final class AuditPage implements Page {
    private static final int SHOWN = 100;

    /**
     * What the template shows.
     *
     * @param verdict whether the record is untouched, in a sentence
     * @param older where the next older rows are, or empty
     * @param newest whether the newest rows are shown
     */
    public record Model(
            boolean untouched,
            String verdict,
            List<AuditLog.Fault> faults,
            List<AuditLine> rows,
            String older,
            boolean newest) {}

    @Override
    public String word() {
        return "audit";
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        long before = asked.number("before").orElse(Long.MAX_VALUE);
        List<AuditLog.Row> all = operations.audit().rows();
        List<AuditLog.Fault> faults = operations.audit().verify();
        List<AuditLog.Row> upTo =
                all.stream().filter(row -> row.sequence() < before).toList().reversed();
        List<AuditLine> rows = upTo.stream().limit(SHOWN).map(AuditLine::of).toList();
        return new Model(
                faults.isEmpty(),
                verdict(all.size(), faults.size()),
                faults,
                rows,
                upTo.size() > SHOWN
                        ? path().href() + "?before=" + rows.getLast().sequence()
                        : "",
                before == Long.MAX_VALUE);
    }

    private static String verdict(int rows, int faults) {
        return faults == 0
                ? "Untouched: the hashes of " + Counted.of(rows, "row") + " were recomputed, and each follows from the"
                        + " row before."
                : "Not as it was written: " + Counted.of(faults, "fault") + " in " + Counted.of(rows, "row") + ".";
    }
}
