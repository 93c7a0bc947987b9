package dev.vesper.adapters.routes.simulated;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.TapeReader;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.Session;
import dev.vesper.execution.WorkingSession;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The market's tape of a run: the firm's own file {@code tape/<SYMBOL>.csv} (or {@code .csv.gz}) where it has one, in a
 * folder of the session's date {@code tape/<date>/} or for every day in {@code tape/}; a seeded path from the last close
 * otherwise, to the session's close where the firm has it. Only trades of the session count. Made once for each symbol, when it is first asked for.
 */
public final class DayTape implements MarketTape {
    private final TapeReader reader;
    private final Firm firm;
    private final MarketSnapshot market;
    private final NextSessions sessions;
    private final PriceHistory prices;
    private final long seed;
    private final Map<String, Optional<Tape>> tapes = new ConcurrentHashMap<>();

    /**
     * The tape of a run's sessions.
     *
     * @param market its last closes start the seeded paths
     * @param sessions in which its orders are worked
     * @param prices those of the sessions among them, where they are known, end the seeded paths
     * @param seed of the run
     */
    public DayTape(
            TapeReader reader,
            Firm firm,
            MarketSnapshot market,
            NextSessions sessions,
            PriceHistory prices,
            long seed) {
        this.reader = reader;
        this.seed = seed;
        this.firm = firm;
        this.market = market;
        this.sessions = sessions;
        this.prices = prices;
    }

    @Override
    public Optional<Tape> tape(String symbol) {
        return tapes.computeIfAbsent(symbol, this::make);
    }

    @Override
    public boolean recorded(String symbol) {
        Instrument instrument = market.instruments().get(symbol);
        return instrument != null
                && file(symbol, sessions.of(instrument).date()).isPresent();
    }

    private Optional<Tape> make(String symbol) {
        Instrument instrument = market.instruments().get(symbol);
        if (instrument == null) {
            return Optional.empty();
        }
        WorkingSession session = sessions.of(instrument);
        return file(symbol, session.date())
                .map(file -> replay(instrument, file, session.hours()))
                .or(() -> Optional.ofNullable(market.closes().get(symbol))
                        .map(close -> seeded(instrument, close, session)));
    }

    private Tape replay(Instrument instrument, Path file, Session session) {
        List<TapeTrade> trades = reader.read(file).stream()
                .filter(trade -> trade.millis() >= session.openMillis() && trade.millis() <= session.closeMillis())
                .toList();
        return Tape.of(instrument.tickSize(), instrument.lotSize(), trades);
    }

    private Tape seeded(Instrument instrument, PriceHistory.Close last, WorkingSession session) {
        Optional<PriceHistory.DayPrice> day = prices.on(session.date(), instrument.symbol());
        BigDecimal daily = day.flatMap(PriceHistory.DayPrice::volume)
                .or(() -> market.averageDailyVolume(instrument.symbol()).map(BigDecimal::valueOf))
                .orElse(BigDecimal.valueOf(SeededTape.DEFAULT_DAILY_UNITS));
        return SeededTape.of(
                seed,
                instrument.symbol(),
                session.date(),
                session.opens(),
                session.closes(),
                last.price(),
                day.map(PriceHistory.DayPrice::close),
                instrument.tickSize(),
                instrument.lotSize(),
                daily);
    }

    private Optional<Path> file(String symbol, LocalDate date) {
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
