package dev.vesper.market;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The market as one run sees it: the firm's reference data and the accepted prices up to the business date. It is bound
 * once a run, and nothing in it changes, so every stage decides from the same instruments and the same closes.
 *
 * <p>Example: as of 2018-04-11 IBM is traded in lots of 1 share, closed last at 158.29 on that day, and 4.3 million shares
 * of it change hands on an average day.
 */
public final class MarketSnapshot {
    private static final int VOLUME_DAYS = 20;

    private final LocalDate asOf;
    private final String id;
    private final SortedMap<String, Instrument> instruments;
    private final PriceHistory history;
    private final SortedMap<String, PriceHistory.Close> closes;
    private final SortedMap<String, Double> volumes;

    private MarketSnapshot(
            LocalDate asOf,
            String id,
            SortedMap<String, Instrument> instruments,
            PriceHistory history,
            SortedMap<String, PriceHistory.Close> closes,
            SortedMap<String, Double> volumes) {
        this.asOf = asOf;
        this.id = id;
        this.instruments = Collections.unmodifiableSortedMap(instruments);
        this.history = history;
        this.closes = Collections.unmodifiableSortedMap(closes);
        this.volumes = Collections.unmodifiableSortedMap(volumes);
    }

    /**
     * Binds reference data and prices.
     *
     * @param asOf the business date
     * @param id names the accepted prices, see the manifest of the lake
     * @param instruments by symbol; prices of other symbols stay in the history only. A price step that is coarse beside
     *     the price becomes finer, as the prices' decimals say
     * @param history no date after {@code asOf}
     * @throws IllegalArgumentException where the history knows the future
     */
    public static MarketSnapshot bind(
            LocalDate asOf, String id, SortedMap<String, Instrument> instruments, PriceHistory history) {
        if (!history.dates().isEmpty() && history.dates().getLast().isAfter(asOf)) {
            throw new IllegalArgumentException("Expected prices up to " + asOf + ", but they go on to "
                    + history.dates().getLast() + "; maybe they were not cut at the business date");
        }
        SortedMap<String, PriceHistory.Close> closes = new TreeMap<>();
        SortedMap<String, Double> volumes = new TreeMap<>();
        SortedMap<String, Instrument> bound = new TreeMap<>();
        instruments.forEach((symbol, instrument) -> {
            bound.put(symbol, instrument);
            history.lastClose(symbol).ifPresent(close -> {
                closes.put(symbol, close);
                BigDecimal tick =
                        TickSize.of(instrument.tickSize(), close.price(), history.decimals(symbol, VOLUME_DAYS));
                if (tick.compareTo(instrument.tickSize()) != 0) {
                    bound.put(symbol, instrument.withTick(tick));
                }
                history.averageDailyVolume(symbol, VOLUME_DAYS).ifPresent(units -> volumes.put(symbol, units));
            });
        });
        return new MarketSnapshot(asOf, id, bound, history, closes, volumes);
    }

    /** The business date. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Names the accepted prices, for example {@code 9f2c41d07ab3e855}. */
    public String id() {
        return id;
    }

    /** The reference data, by symbol. */
    public SortedMap<String, Instrument> instruments() {
        return instruments;
    }

    /** All accepted prices. */
    public PriceHistory history() {
        return history;
    }

    /** The last known close of every instrument that ever had one, by symbol; where it is old, its date says so. */
    public SortedMap<String, PriceHistory.Close> closes() {
        return closes;
    }

    /**
     * The reference data of a symbol.
     *
     * @throws Problem of kind INPUT where the firm has no such instrument
     */
    public Instrument instrument(String symbol) {
        Instrument instrument = instruments.get(symbol);
        if (instrument == null) {
            throw Problem.usage("Expected one of the firm's " + instruments.size() + " instruments, but \"" + symbol
                    + "\" is none" + NearestName.hint(symbol, instruments.keySet()));
        }
        return instrument;
    }

    /**
     * The last close of an instrument on or before the business date; it carries the date it is from.
     *
     * @throws Problem of kind INPUT where the firm has no such instrument, or it had no price yet
     */
    public PriceHistory.Close close(String symbol) {
        PriceHistory.Close close = closes.get(symbol);
        if (close != null) {
            return close;
        }
        String name = instrument(symbol).symbol();
        throw Problem.usage("Expected a close of " + name + " on or before " + asOf + ", but "
                + (closes.isEmpty()
                        ? "no instrument has one by then; maybe the date is before the first price"
                        : "snapshot " + id + " has none; maybe it was listed later"));
    }

    /** Mean volume in units of its last 20 days with trades; empty where volume is unknown. */
    public Optional<Double> averageDailyVolume(String symbol) {
        return Optional.ofNullable(volumes.get(symbol));
    }
}
