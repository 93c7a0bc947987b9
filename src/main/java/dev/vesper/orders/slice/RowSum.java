package dev.vesper.orders.slice;

/**
 * What vouches for the rows of one slice in one table: any that is altered, deleted or inserted gives another sum.
 *
 * @param rows how many
 * @param sha256 over their canonical text, 64 hex digits; see {@link RowSums}
 */
public record RowSum(int rows, String sha256) {}
