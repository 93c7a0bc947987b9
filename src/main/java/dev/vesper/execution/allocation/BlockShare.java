package dev.vesper.execution.allocation;

/**
 * What one account has of a block, for example 4 of 6 lots for 200.08, with a fee of 0.14.
 *
 * @param ordered lots that it wanted
 * @param lots that it has, at most what it ordered
 * @param notional in minor units of the currency, for example cents
 * @param fees in minor units; below 0 where the venues paid
 */
public record BlockShare(String account, long ordered, long lots, long notional, long fees) {}
