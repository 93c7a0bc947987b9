package dev.vesper.adapters.rules.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a sell order takes from one tax lot.
 *
 * @param gain units taken times (decision price minus cost), negative for a loss
 */
public record LotSold(
        String orderId, String lotId, String symbol, LocalDate acquired, BigDecimal quantity, BigDecimal gain) {}
