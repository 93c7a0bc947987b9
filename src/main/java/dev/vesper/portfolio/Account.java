package dev.vesper.portfolio;

import dev.vesper.basics.Money;

/**
 * One client account.
 *
 * @param cash cash at the start of the day, in the account's currency
 * @param strategy the name of a strategy in firm.yaml
 */
public record Account(String id, String name, Money cash, String strategy) {}
