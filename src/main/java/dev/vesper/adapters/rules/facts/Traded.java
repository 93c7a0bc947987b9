package dev.vesper.adapters.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A purchase or sale of the last weeks, by an earlier run.
 *
 * @param daysAgo calendar days before the business date
 * @param realisedGain of a sale, negative for a loss
 */
public record Traded(
        String symbol, LocalDate date, int daysAgo, boolean sale, BigDecimal quantity, BigDecimal realisedGain) {}
