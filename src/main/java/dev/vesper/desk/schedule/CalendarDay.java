package dev.vesper.desk.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * One day of the calendar of a firm.
 *
 * @param markets each exchange that its instruments trade at
 * @param occasions of the schedule on this day, the first ones
 */
public record CalendarDay(LocalDate date, List<MarketDay> markets, List<Occasion> occasions) {
    public CalendarDay {
        markets = List.copyOf(markets);
        occasions = List.copyOf(occasions);
    }
}
