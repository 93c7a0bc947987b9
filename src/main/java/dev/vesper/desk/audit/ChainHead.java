package dev.vesper.desk.audit;

import java.time.Instant;

/**
 * The newest audit row: whoever knows it can tell whether the rows up to it are still those.
 *
 * @param sequence 0 where nothing was written yet
 * @param hash 64 zeros where nothing was written yet
 * @param at when it was written; 1970 where nothing was, or where the row itself is gone
 */
public record ChainHead(long sequence, String hash, Instant at) {
    /** Of an empty log. */
    public static final ChainHead NONE = new ChainHead(0, ChainHash.GENESIS, Instant.EPOCH);
}
