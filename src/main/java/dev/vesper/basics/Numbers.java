package dev.vesper.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers and times as people read them: thousands separators, a true minus sign, the same on every machine. */
public final class Numbers {
    /** What stands where there is no number. */
    public static final String NONE = "–";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** 1234567.891 becomes 1,234,567.89. */
    public static String amount(BigDecimal value) {
        return decimals(value, 2);
    }

    /** A price with at least two decimals and no more than it has. */
    public static String price(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return decimals(value, Math.clamp(bare.scale(), 2, 6));
    }

    /** Units: whole where they are whole. */
    public static String quantity(BigDecimal value) {
        return decimals(value, Math.clamp(value.stripTrailingZeros().scale(), 0, 6));
    }

    public static String count(long value) {
        return grouped(BigDecimal.valueOf(value));
    }

    /** 12345678 becomes 12.35m: for a headline, where the cents would hide the size. */
    public static String compact(BigDecimal value) {
        double size = value.abs().doubleValue();
        if (size >= 1e9) {
            return decimals(value.movePointLeft(9), 2) + "bn";
        }
        if (size >= 1e6) {
            return decimals(value.movePointLeft(6), 2) + "m";
        }
        return size >= 1e4 ? decimals(value.movePointLeft(3), 1) + "k" : decimals(value, 0);
    }

    /** A round number on an axis: 12m, 2.5m, 400k. */
    public static String tick(double value) {
        return compact(BigDecimal.valueOf(value))
                .replaceFirst("\\.0+(?=[a-z]|$)", "")
                .replaceFirst("(\\.\\d)0(?=[a-z])", "$1");
    }

    /** 0.1234 becomes 12.3%. */
    public static String percent(double share, int places) {
        return Double.isFinite(share) ? decimals(BigDecimal.valueOf(share * 100), places) + "%" : NONE;
    }

    /** Basis points with their sign: +3.2 or −0.4. */
    public static String bps(double value) {
        return signed(BigDecimal.valueOf(value), 1);
    }

    /** An amount with its sign always shown, for costs and gains. */
    public static String signed(BigDecimal value, int places) {
        String text = decimals(value, places);
        return value.setScale(places, RoundingMode.HALF_EVEN).signum() > 0 ? "+" + text : text;
    }

    /** Rounded half-even to so many places, all of them shown. */
    public static String decimals(BigDecimal value, int places) {
        return grouped(value.setScale(places, RoundingMode.HALF_EVEN));
    }

    /** Every digit it has. */
    public static String exact(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return grouped(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    /** USD 1,234.50; without a word in front where the currency is not known. */
    public static String money(String currency, BigDecimal value) {
        return currency.isEmpty() ? amount(value) : currency + " " + amount(value);
    }

    /** A share, exactly: 0.25 becomes 25%, 0.070843 becomes 7.0843%. */
    public static String share(BigDecimal value) {
        return exact(value.movePointRight(2).setScale(4, RoundingMode.HALF_EVEN)) + "%";
    }

    /** As it is, zeros at its end too; a comma after each three digits of the whole part. */
    public static String grouped(BigDecimal value) {
        // written out: a DecimalFormat for each takes a quarter of the time in which a limit is judged
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + whole / 3 + 1);
        if (value.signum() < 0) {
            text.append('−');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }

    /** To the millisecond. */
    public static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** 0.3 s, 12.4 s, 2 min 05 s. */
    public static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }

    public static String duration(Optional<Double> seconds) {
        return seconds.map(Numbers::duration).orElse(NONE);
    }

    /** Milliseconds since midnight as 09:30:00.000. */
    public static String timeOfDay(long millis) {
        return LocalTime.ofNanoOfDay(millis * 1_000_000L)
                .format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT));
    }

    /** An instant in UTC, to the second. */
    public static String stamp(Instant at) {
        return STAMP.format(at);
    }
}
