package dev.vesper.adapters.report;

import dev.vesper.execution.ImplementationShortfall;
import java.math.BigDecimal;

/**
 * The day in one currency: amounts of different currencies are never added.
 *
 * @param notional ordered, at decision prices
 * @param filled traded, at fill prices
 * @param filledAtDecision traded, at decision prices: over notional it is the fill rate
 */
record CurrencyTotal(
        String currency, BigDecimal notional, BigDecimal filled, BigDecimal filledAtDecision, ImplementationShortfall costs) {

    static CurrencyTotal none(String currency) {
        return new CurrencyTotal(currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, ImplementationShortfall.NONE);
    }

    CurrencyTotal plus(OrderFact fact) {
        return new CurrencyTotal(
                currency,
                notional.add(fact.order().notional()),
                filled.add(fact.filledNotional()),
                filledAtDecision.add(fact.filled().multiply(fact.order().decisionPrice())),
                costs.plus(fact.costs()));
    }

    /** Share of the ordered notional that was filled, 0 to 1. */
    double fillRate() {
        return notional.signum() == 0 ? 0 : filledAtDecision.doubleValue() / notional.doubleValue();
    }

    double costBps() {
        return costs.bps(costs.total());
    }
}
