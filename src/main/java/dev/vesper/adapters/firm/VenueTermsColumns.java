package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Row;
import dev.vesper.market.TickTable;
import dev.vesper.market.VenueHours;
import dev.vesper.market.VenueTerms;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The columns of venues.csv that only the router asks for; each may be empty or absent. */
final class VenueTermsColumns {
    private static final String TAKE = "take_fee_per_unit";
    private static final String POST = "post_fee_per_unit";
    private static final String LATENCY = "latency_micros";
    private static final String LOT = "lot_size";
    private static final String MINIMUM = "minimum_quantity";
    private static final String TICKS = "ticks";
    private static final String OPENS = "opens";
    private static final String CLOSES = "closes";

    static final List<String> NAMES = List.of(TAKE, POST, LATENCY, LOT, MINIMUM, TICKS, OPENS, CLOSES);

    private static final String MOST_FEE = "1000";
    private static final String MOST_UNITS = "1e12";
    private static final BigDecimal MOST_MICROS = BigDecimal.valueOf(60_000_000);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:[.][0-9]{1,12})?");

    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?");

    private VenueTermsColumns() {}

    /** Whether the row names fees by the unit, so that it has none in basis points unless it says so. */
    static boolean feesByUnit(Row row) {
        return !row.textOr(TAKE, "").isEmpty() || !row.textOr(POST, "").isEmpty();
    }

    static VenueTerms terms(Row row, boolean dark) {
        if (!dark && !row.textOr(MINIMUM, "").isEmpty()) {
            throw row.problem(
                    MINIMUM, "Expected no least quantity at a venue that shows its book, but got " + row.text(MINIMUM));
        }
        return new VenueTerms(
                number(row, TAKE, "-" + MOST_FEE, MOST_FEE),
                number(row, POST, "-" + MOST_FEE, MOST_FEE),
                latency(row),
                number(row, LOT, "0", MOST_UNITS),
                number(row, MINIMUM, "0", MOST_UNITS),
                ticks(row),
                hours(row));
    }

    private static BigDecimal number(Row row, String column, String least, String most) {
        return row.textOr(column, "").isEmpty() ? BigDecimal.ZERO : row.between(column, least, most);
    }

    private static long latency(Row row) {
        if (row.textOr(LATENCY, "").isEmpty()) {
            return 0;
        }
        BigDecimal micros = row.decimal(LATENCY);
        if (micros.signum() < 0
                || micros.compareTo(MOST_MICROS) > 0
                || micros.stripTrailingZeros().scale() > 0) {
            throw row.problem(
                    LATENCY, "Expected whole microseconds from 0 to " + MOST_MICROS + ", but got " + row.text(LATENCY));
        }
        return micros.longValueExact();
    }

    /** An empty cell leaves that end to the exchange. */
    private static VenueHours hours(Row row) {
        long opens = millis(row, OPENS, VenueHours.ALL.openMillis());
        long closes = millis(row, CLOSES, VenueHours.ALL.closeMillis());
        if (closes <= opens) {
            throw row.problem(
                    CLOSES,
                    "Expected a time after the venue opens (" + row.textOr(OPENS, "00:00") + "), but got "
                            + row.text(CLOSES));
        }
        return new VenueHours(opens, closes);
    }

    private static long millis(Row row, String column, long otherwise) {
        String text = row.textOr(column, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!TIME.matcher(text).matches()) {
            throw row.problem(
                    column,
                    "Expected a time of the day at the exchange such as 09:30 or 15:59:30, but got \"" + text + "\"");
        }
        return TimeUnit.SECONDS.toMillis(LocalTime.parse(text).toSecondOfDay());
    }

    /** One step, or steps by the price from which each holds: {@code 0:0.0001 1:0.01}. */
    private static TickTable ticks(Row row) {
        String text = row.textOr(TICKS, "");
        if (text.isEmpty()) {
            return TickTable.ANY;
        }
        NavigableMap<BigDecimal, BigDecimal> bands = new TreeMap<>();
        for (String band : text.split(" +", -1)) {
            int colon = band.indexOf(':');
            String from = colon < 0 ? "0" : band.substring(0, colon);
            String step = band.substring(colon + 1);
            if (!NUMBER.matcher(from).matches()
                    || !NUMBER.matcher(step).matches()
                    || new BigDecimal(step).signum() == 0
                    || bands.putIfAbsent(new BigDecimal(from), new BigDecimal(step)) != null) {
                throw row.problem(
                        TICKS,
                        "Expected a price step such as 0.01, or steps by the price from which each holds such as"
                                + " 0:0.0001 1:0.01, but got \"" + text + "\"");
            }
        }
        return new TickTable(bands);
    }
}
