package dev.vesper.adapters.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A tax lot the account holds before it trades.
 *
 * @param daysAgo calendar days since it was acquired
 */
public record LotHeld(String lotId, String symbol, LocalDate acquired, int daysAgo, BigDecimal quantity) {}
