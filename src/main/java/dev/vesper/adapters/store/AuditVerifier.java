package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainHash;
import dev.vesper.desk.audit.ChainedRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the chain of audit rows and names every row that does not fit. */
final class AuditVerifier {
    private AuditVerifier() {}

    /**
     * What the anchor file says.
     *
     * @param held null where the file is absent or does not hold an anchor
     */
    record Anchor(String file, boolean exists, AuditAnchor.@Nullable Held held) {}

    static List<Fault> verify(List<ChainedRow> rows, long headSequence, String headHash, Anchor anchor) {
        List<Fault> faults = new ArrayList<>();
        long last = 0;
        String lastHash = AuditHash.GENESIS;
        for (ChainedRow row : rows) {
            for (long gone = last + 1; gone < row.sequence(); gone++) {
                faults.add(new Fault(gone, "row " + gone + " is missing: it was deleted or renumbered"));
                if (faults.size() > 1000) {
                    return faults; // a row renumbered by millions: enough is said
                }
            }
            check(row, last, lastHash, faults);
            last = row.sequence();
            lastHash = row.hash();
        }
        checkHead(last, lastHash, headSequence, headHash, faults);
        checkAnchor(rows, last, anchor, faults);
        return faults;
    }

    private static void check(ChainedRow row, long last, String lastHash, List<Fault> faults) {
        String expected = ChainHash.of(row);
        if (!expected.equals(row.hash())) {
            faults.add(new Fault(
                    row.sequence(),
                    "row " + row.sequence() + " was altered: its content gives hash " + brief(expected)
                            + ", but it holds " + brief(row.hash())));
        }
        if (row.sequence() == last + 1 && !row.previousHash().equals(lastHash)) {
            faults.add(new Fault(
                    row.sequence(),
                    "row " + row.sequence() + " follows a row with hash " + brief(row.previousHash()) + ", but row "
                            + last + " has " + brief(lastHash) + ": one of the two was altered, inserted or moved"));
        }
    }

    private static void checkHead(long last, String lastHash, long headSequence, String headHash, List<Fault> faults) {
        for (long gone = last + 1; gone <= headSequence && gone <= last + 1000; gone++) {
            faults.add(new Fault(
                    gone,
                    "row " + gone + " is missing: " + headSequence + " rows were written, the newest are deleted"));
        }
        if (headSequence < last) {
            faults.add(new Fault(
                    last, "row " + last + " was inserted: only " + headSequence + " rows were written by Vesper"));
        } else if (headSequence == last && !headHash.equals(lastHash)) {
            faults.add(new Fault(
                    last,
                    "row " + last + " has hash " + brief(lastHash) + ", but was written with " + brief(headHash)));
        }
    }

    private static void checkAnchor(List<ChainedRow> rows, long last, Anchor anchor, List<Fault> faults) {
        AuditAnchor.Held held = anchor.held();
        if (held == null) {
            if (anchor.exists() || last > 0) {
                faults.add(new Fault(
                        last,
                        "the anchor " + anchor.file() + " is " + (anchor.exists() ? "damaged" : "missing")
                                + ": nobody can tell whether newer rows than " + last
                                + " were deleted; maybe it was left in another data folder"));
            }
            return;
        }
        AuditAnchor.Mark mark = held.kept();
        if (mark.sequence() == 0) {
            return;
        }
        String there = rows.stream()
                .filter(row -> row.sequence() == mark.sequence())
                .findFirst()
                .map(ChainedRow::hash)
                .orElse("");
        if (there.isEmpty()) {
            faults.add(new Fault(
                    mark.sequence(),
                    "row " + mark.sequence() + " is missing: the anchor " + anchor.file() + " vouches for it"));
        } else if (!there.equals(mark.hash())) {
            faults.add(new Fault(
                    mark.sequence(),
                    "row " + mark.sequence() + " has hash " + brief(there) + ", but the anchor " + anchor.file()
                            + " vouches for " + brief(mark.hash()) + ": the log was rewritten"));
        }
    }

    /** An anchor names the newest row, kept or being written; one that knows only older rows is an older copy. */
    static List<Fault> outdated(List<ChainedRow> rows, Anchor anchor) {
        AuditAnchor.Held held = anchor.held();
        if (held == null || rows.isEmpty()) {
            return List.of(); // said already, or nothing to know
        }
        ChainedRow last = rows.getLast();
        AuditAnchor.Mark newest = new AuditAnchor.Mark(last.sequence(), last.hash());
        if (last.sequence() <= held.kept().sequence() || newest.equals(held.next())) {
            return List.of();
        }
        return List.of(new Fault(
                last.sequence(),
                "the anchor " + anchor.file() + " knows row " + held.kept().sequence() + " as the newest, but row "
                        + last.sequence()
                        + " is there: an older copy was put back, or another Vesper writes to this database"));
    }

    private static String brief(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }
}
