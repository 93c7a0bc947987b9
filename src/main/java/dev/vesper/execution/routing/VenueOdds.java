package dev.vesper.execution.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much venues fill, as one run goes by it from its first slice to its last.
 *
 * @param tails by venue and symbol, in lots of the instrument; never changed
 */
public record VenueOdds(SortedMap<String, SortedMap<String, LiquidityTail>> tails) {
    /** Nothing is known of any venue. */
    public static final VenueOdds NONE = new VenueOdds(Collections.emptySortedMap());

    private static final String HEADER = "venue,symbol,lots,odds";

    public VenueOdds {
        SortedMap<String, SortedMap<String, LiquidityTail>> copy = new TreeMap<>();
        tails.forEach((venue, symbols) -> copy.put(venue, Collections.unmodifiableSortedMap(new TreeMap<>(symbols))));
        tails = Collections.unmodifiableSortedMap(copy);
    }

    /** Those of an instrument, by venue; a venue that is not there is unknown. */
    public Map<String, LiquidityTail> of(String symbol) {
        Map<String, LiquidityTail> of = new LinkedHashMap<>();
        tails.forEach((venue, symbols) -> {
            LiquidityTail tail = symbols.get(symbol);
            if (tail != null) {
                of.put(venue, tail);
            }
        });
        return of;
    }

    /** Whether nothing is known. */
    public boolean none() {
        return tails.isEmpty();
    }

    /**
     * A line for each step of each tail: venue, symbol, up to how many lots (empty for all beyond) and the odds that so many are
     * there. Read again it gives the same bits.
     */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Row row : rows()) {
            text.append(row.venue()).append(',').append(row.symbol()).append(',');
            text.append(row.toLots() == Long.MAX_VALUE ? "" : Long.toString(row.toLots()))
                    .append(',');
            text.append(row.odds()).append('\n');
        }
        return text.toString();
    }

    /**
     * One step of one tail.
     *
     * @param fromLots the first that is so likely
     * @param toLots the last; {@link Long#MAX_VALUE} for all beyond
     * @param odds that so many are there, 0 to 1
     */
    public record Row(String venue, String symbol, long fromLots, long toLots, double odds) {}

    /** Every step, by venue and symbol. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        tails.forEach((venue, symbols) -> symbols.forEach((symbol, tail) -> {
            long end = 0;
            for (LiquidityTail.Step step : tail.steps()) {
                rows.add(new Row(venue, symbol, end + 1, end + step.lots(), step.odds()));
                end += step.lots();
            }
        }));
        return rows;
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException where it is not that
     */
    public static VenueOdds parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("Expected the header \"" + HEADER + "\"");
        }
        SortedMap<String, SortedMap<String, List<LiquidityTail.Step>>> read = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("Expected 4 cells, but got \"" + line + "\"");
            }
            List<LiquidityTail.Step> steps = read.computeIfAbsent(cells[0], _ -> new TreeMap<>())
                    .computeIfAbsent(cells[1], _ -> new ArrayList<>());
            long end = cells[2].isEmpty() ? Long.MAX_VALUE : Long.parseLong(cells[2]);
            long from = steps.stream().mapToLong(LiquidityTail.Step::lots).sum();
            steps.add(new LiquidityTail.Step(end - from, Double.parseDouble(cells[3])));
        }
        SortedMap<String, SortedMap<String, LiquidityTail>> tails = new TreeMap<>();
        read.forEach((venue, symbols) -> {
            SortedMap<String, LiquidityTail> of = new TreeMap<>();
            symbols.forEach((symbol, steps) -> of.put(symbol, LiquidityTail.of(steps)));
            tails.put(venue, of);
        });
        return new VenueOdds(tails);
    }
}
