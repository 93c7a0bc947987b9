package dev.vesper.adapters.report.text;

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
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** Any number in at most about seven characters of digits: 0.05, 12.5, 1,234, 1,234,568. */
    public static String plain(BigDecimal value) {
        if (value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
            return decimals(value, 0);
        }
        BigDecimal four = value.setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return decimals(four, Math.max(0, four.scale()));
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

    public static String decimals(BigDecimal value, int places) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_EVEN);
        return minus(String.format(Locale.ROOT, "%,." + places + "f", rounded));
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

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
