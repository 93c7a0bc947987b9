package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.OrderHandling;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.Peg;
import java.math.BigDecimal;
import picocli.CommandLine.Option;

/** How pegged children follow the quote. */
final class PegOptions {
    private static final long NANOS_OF_MILLI = 1_000_000;

    @Option(
            names = "--tick",
            paramLabel = "MONEY",
            defaultValue = "0.01",
            description = "Step of pegged prices in currency units; 0.01 by default.")
    private BigDecimal tick = new BigDecimal("0.01");

    @Option(
            names = "--peg-interval",
            paramLabel = "MILLISECONDS",
            defaultValue = "1000",
            description = "At least between two moves of an order's pegged children; 1000 by default.")
    private long interval = 1_000;

    /** What an order's children follow. */
    Peg of(OrderHandling handling) {
        BigDecimal scaled = tick.movePointRight(4).stripTrailingZeros();
        if (scaled.signum() <= 0
                || scaled.scale() > 0
                || scaled.compareTo(BigDecimal.valueOf(EngineFormat.MOST_TICK)) > 0) {
            throw Problem.usage(
                    "Expected --tick from 0.0001 to 100000 in steps of 0.0001, but got " + tick.toPlainString());
        }
        if (interval < 1 || interval > EngineFormat.MOST_WAIT / NANOS_OF_MILLI) {
            throw Problem.usage("Expected --peg-interval from 1 to " + EngineFormat.MOST_WAIT / NANOS_OF_MILLI
                    + ", but got " + interval);
        }
        return handling.peg()
                .map(to -> new Peg(to, handling.pegOffset(), scaled.longValueExact(), interval * NANOS_OF_MILLI, 0))
                .orElse(Peg.NONE);
    }
}
