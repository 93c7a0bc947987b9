package dev.vesper.adapters.routes.simulated;

import dev.vesper.desk.execution.ChildGate;
import dev.vesper.market.MarketTape;
import dev.vesper.orders.ChildOrder;
import java.util.Optional;
import java.util.Set;

/** Lets no order go to a real venue whose limit was found in trades that nobody made. */
final class KnownPrices implements ChildGate {
    private final ChildGate gate;
    private final Set<String> real;
    private final MarketTape tape;

    /** @param real names of the venues outside of this program */
    KnownPrices(ChildGate gate, Set<String> real, MarketTape tape) {
        this.gate = gate;
        this.real = Set.copyOf(real);
        this.tape = tape;
    }

    @Override
    public Optional<String> stopped(ChildOrder child) {
        return gate.stopped(child);
    }

    @Override
    public Optional<String> pass(ChildOrder child, Runnable leave) {
        return real.contains(child.venue()) && !tape.recorded(child.symbol())
                ? Optional.of("there are no trades of " + child.symbol() + " to find a limit in, and " + child.venue()
                        + " is a real venue")
                : gate.pass(child, leave);
    }
}
