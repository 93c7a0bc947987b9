package dev.vesper.books.wash;

import dev.vesper.books.LotId;
import java.math.BigDecimal;

/**
 * Units of a lot that were bought and are still held.
 *
 * @param units kept, greater than zero
 * @param retirement whether they are in an account whose gains are not taxed: an IRA has no basis that a loss could join
 */
public record Purchase(LotId lot, BigDecimal units, boolean retirement) {}
