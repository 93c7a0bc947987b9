package dev.vesper.books.flow;

import dev.vesper.books.EntryKind;
import dev.vesper.books.LotId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an entry moved of a lot.
 *
 * @param effective the day from which the entry counts
 * @param stands whether the entry takes nothing back, and was not taken back
 */
public record LotMove(EntryKind kind, LocalDate effective, LotId lot, BigDecimal units, boolean stands) {}
