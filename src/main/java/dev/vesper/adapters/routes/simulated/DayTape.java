package dev.vesper.adapters.routes.simulated;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.TapeReader;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.MarketTape;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.Tape;
import dev.vesper.market.TapeTrade;
import dev.vesper.simulation.SeededTape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The market's tape of a run: the firm's own file {@code tape/<SYMBOL>.csv} (or {@code .csv.gz}) where it has one, in a
 * folder of the day {@code tape/<date>/} or for every day in {@code tape/}; a seeded path from the last close otherwise.
 * Only trades of the session count. Made once for each symbol, when it is first asked for.
 */
public final class DayTape implements MarketTape {
    private final TapeReader reader;
    private final Firm firm;
    private final MarketSnapshot market;
    private final Session session;
    private final long seed;
    private final Map<String, Optional<Tape>> tapes = new ConcurrentHashMap<>();

    /**
     * The tape of one day.
     *
     * @param market its last closes start the seeded paths
     * @param seed of the run
     */
    public DayTape(TapeReader reader, Firm firm, MarketSnapshot market, long seed) {
        this.reader = reader;
        this.seed = seed;
        this.firm = firm;
        this.market = market;
        this.session = Session.of(firm.settings().execution());
    }

    @Override
    public Optional<Tape> tape(String symbol) {
        return tapes.computeIfAbsent(symbol, this::make);
    }

    private Optional<Tape> make(String symbol) {
        Instrument instrument = market.instruments().get(symbol);
        if (instrument == null) {
            return Optional.empty();
        }
        return file(symbol)
                .map(file -> replay(instrument, file))
                .or(() -> Optional.ofNullable(market.closes().get(symbol)).map(close -> seeded(instrument, close)));
    }

    private Tape replay(Instrument instrument, Path file) {
        List<TapeTrade> trades = reader.read(file).stream()
                .filter(trade -> trade.millis() >= session.openMillis() && trade.millis() <= session.closeMillis())
                .toList();
        return Tape.of(instrument.tickSize(), instrument.lotSize(), trades);
    }

    private Tape seeded(Instrument instrument, PriceHistory.Close last) {
        ExecutionSettings settings = firm.settings().execution();
        BigDecimal daily = market.averageDailyVolume(instrument.symbol())
                .map(BigDecimal::valueOf)
                .orElse(BigDecimal.valueOf(SeededTape.DEFAULT_DAILY_UNITS));
        return SeededTape.of(
                seed,
                instrument.symbol(),
                market.asOf(),
                settings.open(),
                settings.close(),
                last.price(),
                instrument.tickSize(),
                instrument.lotSize(),
                daily);
    }

    private Optional<Path> file(String symbol) {
        Path folder = firm.folder().resolve("tape");
        if (!Files.isDirectory(folder) || !symbol.matches("[A-Za-z0-9._ -]+") || symbol.startsWith(".")) {
            return Optional.empty();
        }
        for (Path place : List.of(folder.resolve(market.asOf().toString()), folder)) {
            for (String ending : List.of(".csv", ".csv.gz")) {
                Path file = place.resolve(symbol + ending);
                if (Files.isRegularFile(file)) {
                    return Optional.of(inside(file));
                }
            }
        }
        return Optional.empty();
    }

    /** Refuses a link that leads out of the firm folder. */
    private Path inside(Path file) {
        try {
            if (!file.toRealPath().startsWith(firm.folder().toRealPath())) {
                throw Problem.input(
                        Place.of(file.toString()),
                        "Expected a file inside " + firm.folder() + ", but it leads to " + file.toRealPath());
            }
            return file;
        } catch (IOException e) {
            throw Problem.input(Place.of(file.toString()), "Expected to read the tape, but " + e.getMessage());
        }
    }
}
