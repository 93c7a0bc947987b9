package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks a price file through before a firm is made of it: what is in it, and whether it is one at all. */
final class PriceSurvey implements PriceFile.Sink {
    private static final int STALE_AFTER_DATES = 10;

    private final String file;
    private final TreeSet<LocalDate> dates = new TreeSet<>();
    private final SortedMap<String, LocalDate> lastDates = new TreeMap<>();
    private String memory = "";
    private LocalDate date = LocalDate.EPOCH;
    private long good;
    private long bad;
    private @Nullable Problem firstBad;

    PriceSurvey(String file) {
        this.file = file;
    }

    @Override
    public void row(
            long line,
            int column,
            String dateText,
            String symbol,
            @Nullable String open,
            @Nullable String high,
            @Nullable String low,
            @Nullable String close,
            @Nullable String volume) {
        try {
            if (!dateText.equals(memory)) {
                date = Cells.date(dateText, Place.of(file, line));
                memory = dateText;
            }
            Place place = new Place(file, line, column);
            if (Cells.decimal(close == null ? "" : close, place).signum() <= 0) {
                throw Problem.input(place, "Expected a price greater than zero, but got " + close);
            }
            if (symbol.isEmpty()) {
                throw Problem.input(Place.of(file, line), "Expected a symbol, but the cell is empty");
            }
            dates.add(date);
            lastDates.merge(symbol, date, (a, b) -> a.isAfter(b) ? a : b);
            good++;
        } catch (Problem problem) {
            bad++;
            firstBad = firstBad == null ? problem : firstBad;
        }
    }

    /** @throws Problem the first bad row's, where more rows are bad than good */
    void mustBeMostlyGood() {
        if (firstBad != null && bad >= good) {
            throw firstBad;
        }
        if (good == 0) {
            throw Problem.input(Place.of(file), "Expected prices, but every cell is empty");
        }
    }

    SortedMap<String, LocalDate> lastDates() {
        return lastDates;
    }

    LocalDate firstDate() {
        return dates.first();
    }

    LocalDate lastDate() {
        return dates.last();
    }

    long rows() {
        return good + bad;
    }

    /** What the user should know, as sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        LocalDate fresh = dates.descendingSet().stream()
                .skip(STALE_AFTER_DATES - 1L)
                .findFirst()
                .orElse(dates.first());
        lastDates.forEach((symbol, last) -> {
            if (last.isBefore(fresh)) {
                warnings.add(symbol + " has no price after " + last + "; it will not be traded");
            }
        });
        return warnings;
    }
}
