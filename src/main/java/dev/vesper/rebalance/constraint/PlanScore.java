package dev.vesper.rebalance.constraint;

/**
 * How good a plan is: hard comes first, and soft decides among plans of one hard score. Both are better the higher they are.
 *
 * @param hard zero when every hard constraint holds, else minus the money, in micros, by which they are broken
 * @param soft minus twice the money, in micros, that the soft constraints count, each times its weight
 */
public record PlanScore(long hard, long soft) {}
