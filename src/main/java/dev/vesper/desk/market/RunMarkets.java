package dev.vesper.desk.market;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Binds firm and market of a run when a stage first asks, and gives every later stage the same. After a restart they are
 * bound again, from the frozen inputs and the snapshot that was accepted, which is the same market.
 *
 * <p>What one run knows is large (2,000 instruments over five years are 40 MB), so that of one run is kept, until another
 * run asks or it is released. May serve threads.
 */
public final class RunMarkets {
    private final Inputs inputs;
    private final DataCheckStore checks;
    private final Lake lake;
    private final Tapes tapes;
    private @Nullable Bound bound;

    public RunMarkets(Inputs inputs, DataCheckStore checks, Lake lake, Tapes tapes) {
        this.inputs = inputs;
        this.checks = checks;
        this.lake = lake;
        this.tapes = tapes;
    }

    /** The firm, known as soon as the run is open. */
    public synchronized Firm firm(RunId run) {
        return of(run).firm;
    }

    /**
     * Firm and market, known once the data was checked.
     *
     * @throws IllegalStateException before that
     */
    public synchronized RunMarket of(RunRecord run) {
        Bound known = of(run.id());
        RunMarket market = known.market;
        if (market == null) {
            market = bind(run, known.firm);
            known.market = market;
        }
        return market;
    }

    /** Forgets a run: it has ended, or stands still until somebody resumes it. */
    public synchronized void release(RunId run) {
        if (bound != null && bound.run.equals(run)) {
            bound = null;
        }
    }

    private Bound of(RunId run) {
        Bound known = bound;
        if (known == null || !known.run.equals(run)) {
            bound = null; // first: the firms of two runs need not fit in memory
            known = new Bound(run, inputs.firm(run));
            bound = known;
        }
        return known;
    }

    private RunMarket bind(RunRecord run, Firm firm) {
        String snapshot = checks.data(run.id())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the data of " + run.id() + " to be checked by now, but it is not"))
                .snapshot();
        NextSessions sessions =
                new NextSessions(firm.calendars(), firm.settings().execution(), run.date());
        LocalDate last = firm.instruments().values().stream()
                .map(instrument -> sessions.of(instrument).date())
                .max(LocalDate::compareTo)
                .orElse(run.date());
        PriceHistory prices = lake.prices(snapshot, last);
        MarketSnapshot market = MarketSnapshot.bind(run.date(), snapshot, firm.instruments(), prices.until(run.date()));
        return new RunMarket(firm, market, sessions, tapes.tape(firm, market, sessions, prices, run.seed()));
    }

    /** What is kept of one run; its market follows its firm. */
    private static final class Bound {
        final RunId run;
        final Firm firm;

        @Nullable
        RunMarket market;

        Bound(RunId run, Firm firm) {
            this.run = run;
            this.firm = firm;
        }
    }
}
