package dev.vesper.orders;

import java.math.BigDecimal;

/**
 * Which tax lot a sell takes from, and how much.
 *
 * @param quantity units taken, greater than zero
 */
public record LotChoice(String lotId, BigDecimal quantity) {}
