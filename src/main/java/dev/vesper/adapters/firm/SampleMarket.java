package dev.vesper.adapters.firm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up market: two regimes (calm, turbulent), one market factor, one factor for each sector, and shocks of each
 * instrument's own, all with fat tails. The return of instrument i on one day is
 *
 * <pre>r = beta[i] * market + sector[s] + own,   market = mean[regime] + sd[regime] * t5</pre>
 *
 * where t5 is Student's t of 5 degrees scaled to variance 1, and sector and own shocks are 1.6 times larger while it is
 * turbulent. A calm spell lasts 100 days on average and a turbulent one 25. Numbers are daily.
 */
final class SampleMarket {
    private static final double CALM_TO_TURBULENT = 0.01;
    private static final double TURBULENT_TO_CALM = 0.04;
    private static final double[] MARKET_MEAN = {0.0007, -0.0010};
    private static final double[] MARKET_SD = {0.0065, 0.0190};
    private static final double SECTOR_SD = 0.0045;
    private static final double TURBULENT_FACTOR = 1.6;
    private static final int DEGREES = 5;

    /** One day of one instrument; prices in cents so that they are exact. */
    record Bar(long open, long high, long low, long close, long volume) {}

    private final List<LocalDate> dates;
    private final Bar[][] bars;

    private SampleMarket(List<LocalDate> dates, Bar[][] bars) {
        this.dates = dates;
        this.bars = bars;
    }

    static SampleMarket of(SampleSettings settings, SampleRandom random) {
        List<LocalDate> dates = businessDays(settings.years());
        int n = settings.instruments();
        Walk[] walks = new Walk[n];
        for (int i = 0; i < n; i++) {
            walks[i] = new Walk(random);
        }
        Bar[][] bars = new Bar[dates.size()][n];
        double[] sector = new double[SampleNames.sectors()];
        int regime = 0;
        for (int day = 0; day < dates.size(); day++) {
            boolean change = random.uniform() < (regime == 0 ? CALM_TO_TURBULENT : TURBULENT_TO_CALM);
            regime = change ? 1 - regime : regime;
            double scale = regime == 0 ? 1 : TURBULENT_FACTOR;
            double market = MARKET_MEAN[regime] + MARKET_SD[regime] * random.student(DEGREES);
            for (int s = 0; s < sector.length; s++) {
                sector[s] = SECTOR_SD * scale * random.student(DEGREES);
            }
            for (int i = 0; i < n; i++) {
                bars[day][i] = walks[i].step(market, sector[SampleNames.sector(i)], scale, random);
            }
        }
        return new SampleMarket(dates, bars);
    }

    List<LocalDate> dates() {
        return dates;
    }

    Bar bar(int day, int instrument) {
        return bars[day][instrument];
    }

    static List<LocalDate> businessDays(int years) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = SampleSettings.LAST_DATE;
        for (LocalDate day = last.minusYears(years).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    /** One instrument on its way. */
    private static final class Walk {
        private final double beta;
        private final double ownSd;
        private final double usualVolume;
        private double price;

        Walk(SampleRandom random) {
            beta = random.between(0.5, 1.5);
            ownSd = random.between(0.007, 0.018);
            price = random.between(20, 180);
            double usualTurnover = 1e6 * StrictMath.exp(random.between(2.5, 5.5)); // 12 to 245 million a day
            usualVolume = usualTurnover / price;
        }

        Bar step(double market, double sector, double scale, SampleRandom random) {
            double sd = ownSd * scale;
            double move = beta * market + sector + sd * random.student(DEGREES);
            double gap = 0.4 * move + 0.2 * sd * random.normal();
            double before = price;
            double after = Math.max(1, before * StrictMath.exp(Math.clamp(move, -0.35, 0.35)));
            double start = Math.max(1, before * StrictMath.exp(Math.clamp(gap, -0.35, 0.35)));
            double top = Math.max(start, after) * (1 + 0.3 * sd * Math.abs(random.normal()));
            double bottom = Math.min(start, after) * (1 - 0.3 * sd * Math.min(2, Math.abs(random.normal())));
            double busy = StrictMath.exp(0.3 * random.normal() + Math.min(1.5, 8 * Math.abs(move)) - 0.1);
            price = after;
            return new Bar(
                    cents(start),
                    cents(top),
                    cents(bottom),
                    cents(after),
                    Math.max(1, Math.round(usualVolume * busy / 100)) * 100);
        }

        private static long cents(double price) {
            return Math.round(100 * price);
        }
    }
}
