package dev.vesper.desk.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks rows of the chain, oldest first, and names each one that does not fit. Rows may be missing between them, where
 * somebody chose some: that is counted, and is a fault only where every row should be there.
 */
public final class ChainCheck {
    private static final int MOST_FAULTS = 1_000;
    private static final int SHOWN = 12;

    private final List<String> faults = new ArrayList<>();
    private final Map<Long, String> watched = new HashMap<>();
    private @Nullable ChainedRow last;
    private long rows;
    private long first;
    private long gaps;
    private long firstGap;

    /** Begins. */
    public ChainCheck() {}

    /** Remembers the hash of a row that will be asked for, when it comes by. */
    public ChainCheck watching(long sequence) {
        watched.put(sequence, "");
        return this;
    }

    /** The next row. */
    public void take(ChainedRow row) {
        String expected = ChainHash.of(row);
        if (!expected.equals(row.hash())) {
            say("row " + row.sequence() + " was altered: its content gives hash " + brief(expected) + ", but it holds "
                    + brief(row.hash()));
        }
        ChainedRow before = last;
        if (before != null && row.sequence() <= before.sequence()) {
            say("row " + row.sequence() + " stands behind row " + before.sequence()
                    + ": one of the two was inserted or moved");
        } else {
            long previous = before == null ? 0 : before.sequence();
            String previousHash = before == null ? ChainHash.GENESIS : before.hash();
            if (row.sequence() == previous + 1 && !row.previousHash().equals(previousHash)) {
                say("row " + row.sequence() + " follows a row with hash " + brief(row.previousHash()) + ", but row "
                        + previous + " has " + brief(previousHash) + ": one of the two was altered, inserted or moved");
            }
            if (row.sequence() > previous + 1) {
                gaps += row.sequence() - previous - 1;
                firstGap = firstGap == 0 ? previous + 1 : firstGap;
            }
        }
        watched.computeIfPresent(row.sequence(), (_, _) -> row.hash());
        first = rows == 0 ? row.sequence() : first;
        rows++;
        last = row;
    }

    private void say(String fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** What was found until now. */
    public List<String> faults() {
        return new ArrayList<>(faults);
    }

    public long rows() {
        return rows;
    }

    /** The number of the first row; 0 where there was none. */
    public long first() {
        return first;
    }

    /** The number of the last row; 0 where there was none. */
    public long last() {
        return last == null ? 0 : last.sequence();
    }

    /** The hash of the last row; 64 zeros where there was none. */
    public String lastHash() {
        return last == null ? ChainHash.GENESIS : last.hash();
    }

    /** How many rows below the last were not shown. */
    public long gaps() {
        return gaps;
    }

    /** Where every row up to a head should be there: which is not. */
    public Optional<String> missing(ChainHead head) {
        if (firstGap > 0) {
            return Optional.of(
                    "row " + firstGap + " is missing, " + gaps + " in all: deleted from the log or from here");
        }
        return last() < head.sequence()
                ? Optional.of("row " + (last() + 1) + " is missing: " + head.sequence()
                        + " rows were written, the newest are not here")
                : Optional.empty();
    }

    /** Whether a row that came by has another hash than it is said to have; of the last row, or one that is watched. */
    public Optional<String> contradicts(long sequence, String hash) {
        ChainedRow newest = last;
        String there =
                newest != null && newest.sequence() == sequence ? newest.hash() : watched.getOrDefault(sequence, "");
        return there.isEmpty() || there.equals(hash)
                ? Optional.empty()
                : Optional.of("row " + sequence + " has hash " + brief(there) + ", but was written with " + brief(hash)
                        + ": the log was rewritten");
    }

    /** Whether a row that is watched came by, or is the last. */
    public boolean holds(long sequence) {
        return last() == sequence || !watched.getOrDefault(sequence, "").isEmpty();
    }

    private static String brief(String hash) {
        return hash.length() > SHOWN ? hash.substring(0, SHOWN) : hash;
    }
}
