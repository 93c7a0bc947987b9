package dev.vesper.desk.quality;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.quality.BestQuote;
import dev.vesper.execution.quality.FillQuotes;
import dev.vesper.execution.quality.KeyedFill;
import dev.vesper.execution.quality.SentOrder;
import dev.vesper.market.Instrument;
import dev.vesper.market.calendar.TradingSession;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.market.ticks.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the recorded market beside the orders of one run: an instrument and session at a time, for a day's quotes are large. */
record QuotedOrders(RunRecord run, Firm firm, RecordedQuotes recorded) {
    /** One recorded day. */
    private record Day(LocalDate session, String symbol) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int first = session.compareTo(other.session);
            return first != 0 ? first : symbol.compareTo(other.symbol);
        }
    }

    /** The same orders, with what is recorded of the market around them. */
    List<SentOrder> quoted(List<SentOrder> orders) {
        List<SentOrder> quoted = new ArrayList<>(orders.size());
        Map<Day, List<SentOrder>> days = orders.stream()
                .collect(Collectors.groupingBy(
                        order -> new Day(order.date(), order.order().symbol()), TreeMap::new, Collectors.toList()));
        days.forEach((day, same) -> {
            Optional<Span> open = open(day);
            Optional<BestQuotes> quotes = open.isEmpty() ? Optional.empty() : recorded.of(run, day.session, day.symbol);
            for (SentOrder order : same) {
                quoted.add(quotes.isEmpty() ? order : with(order, quotes.get(), open.get()));
            }
        });
        return quoted;
    }

    /** When the instrument's exchange was open; empty where it is not known, or of another day. */
    private Optional<Span> open(Day day) {
        Instrument instrument = firm.instruments().get(day.symbol);
        if (instrument == null) {
            return Optional.empty();
        }
        TradingSession session = new NextSessions(
                        firm.calendars(), firm.settings().execution(), run.date())
                .of(instrument)
                .market();
        return session.date().equals(day.session)
                ? Optional.of(new Span(millis(session.open()), millis(session.close())))
                : Optional.empty();
    }

    private static long millis(LocalTime time) {
        return time.toNanoOfDay() / 1_000_000;
    }

    private static SentOrder with(SentOrder order, BestQuotes quotes, Span open) {
        return order.quoted(
                BestQuote.before(quotes, order.order().sentMillis()).orElse(null),
                order.fills().stream()
                        .map(one -> new KeyedFill(
                                one.key(),
                                one.fill(),
                                FillQuotes.of(quotes, open, one.fill().millis())))
                        .toList());
    }
}
