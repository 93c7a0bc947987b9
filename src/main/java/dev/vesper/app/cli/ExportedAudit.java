package dev.vesper.app.cli;

import dev.vesper.adapters.store.AuditAnchor;
import dev.vesper.adapters.text.AuditFile;
import dev.vesper.basics.Counted;
import dev.vesper.desk.audit.ChainCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks an export of the audit, and says what that proves and what not. */
final class ExportedAudit {
    private static final int REFUSED = 3;

    private final PrintWriter out;

    ExportedAudit(PrintWriter out) {
        this.out = out;
    }

    /**
     * Reads and checks one.
     *
     * @param copy of the anchor, kept elsewhere, or null
     * @return the exit code
     */
    int verify(Path export, @Nullable Path copy) {
        Optional<AuditAnchor.Mark> kept = Optional.ofNullable(copy).map(AuditAnchor::copy);
        AuditFile.Verdict verdict = AuditFile.verify(export, kept.map(AuditAnchor.Mark::sequence));
        ChainCheck check = verdict.check();
        List<String> faults = new ArrayList<>(verdict.faults());
        kept.flatMap(mark -> check.contradicts(mark.sequence(), mark.hash())).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            faults.forEach(out::println);
            out.println(Counted.of(faults.size(), "fault") + ": the export, or the log it was made of, was altered");
            out.flush();
            return REFUSED;
        }
        AuditFile.End end = verdict.end().orElseThrow();
        out.println(Counted.of(check.rows(), "row")
                + (check.rows() == 0 ? "" : ", " + check.first() + " to " + check.last())
                + ": each has the hash of its content, and follows the row before it where that is here");
        out.println("the newest row of the log was row " + end.head().sequence() + " of "
                + end.head().at() + ", hash " + end.head().hash());
        out.println(
                end.whole()
                        ? "it holds every row up to that"
                        : "it holds the rows that were asked for (" + end.detail() + "), " + check.gaps()
                                + " between and before them are not here: whether one is left out that should be, only an"
                                + " export of every row shows");
        kept.ifPresent(mark -> out.println(
                check.holds(mark.sequence())
                        ? "the copy of the anchor fits: nothing up to row " + mark.sequence()
                                + " was rewritten since it was made"
                        : "the copy of the anchor names row " + mark.sequence() + ", which is not here: not compared"));
        out.flush();
        return 0;
    }
}
