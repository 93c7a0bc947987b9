package dev.vesper.adapters.routes.simulated;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.MarketTape;
import dev.vesper.desk.execution.TapeReader;
import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.Tape;
import dev.vesper.market.TapeTrade;
import dev.vesper.simulation.SeededTape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    private static final int VOLUME_DAYS = 20;

    private final TapeReader reader;
    private final Firm firm;
    private final PriceHistory prices;
    private final LocalDate date;
    private final Session session;
    private final long seed;
    private final Map<String, Optional<Tape>> tapes = new ConcurrentHashMap<>();

    /**
     * The tape of one day.
     *
     * @param prices up to the day before, or the day itself: the last close starts a seeded path
     * @param seed of the run
     */
    public DayTape(TapeReader reader, Firm firm, PriceHistory prices, LocalDate date, long seed) {
        this.reader = reader;
        this.seed = seed;
        this.firm = firm;
        this.prices = prices;
        this.date = date;
        this.session = Session.of(firm.settings().execution());
    }

    @Override
    public Optional<Tape> tape(String symbol) {
        return tapes.computeIfAbsent(symbol, this::make);
    }

    private Optional<Tape> make(String symbol) {
        Instrument instrument = firm.instruments().get(symbol);
        if (instrument == null) {
            return Optional.empty();
        }
        return file(symbol)
                .map(file -> replay(instrument, file))
                .or(() -> prices.lastClose(symbol).map(close -> seeded(instrument, close.price())));
    }

    private Tape replay(Instrument instrument, Path file) {
        List<TapeTrade> trades = reader.read(file).stream()
                .filter(trade -> trade.millis() >= session.openMillis() && trade.millis() <= session.closeMillis())
                .toList();
        return Tape.of(instrument.tickSize(), instrument.lotSize(), trades);
    }

    private Tape seeded(Instrument instrument, BigDecimal lastClose) {
        ExecutionSettings settings = firm.settings().execution();
        BigDecimal daily = prices.averageDailyVolume(instrument.symbol(), VOLUME_DAYS)
                .map(BigDecimal::valueOf)
                .orElse(BigDecimal.valueOf(SeededTape.DEFAULT_DAILY_UNITS));
        return SeededTape.of(
                seed,
                instrument.symbol(),
                date,
                settings.open(),
                settings.close(),
                lastClose,
                instrument.tickSize(),
                instrument.lotSize(),
                daily);
    }

    private Optional<Path> file(String symbol) {
        Path folder = firm.folder().resolve("tape");
        if (!Files.isDirectory(folder) || !symbol.matches("[A-Za-z0-9._ -]+") || symbol.startsWith(".")) {
            return Optional.empty();
        }
        for (Path place : List.of(folder.resolve(date.toString()), folder)) {
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
