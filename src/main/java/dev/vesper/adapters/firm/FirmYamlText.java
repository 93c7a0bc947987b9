package dev.vesper.adapters.firm;

import dev.vesper.basics.Parameter;
import dev.vesper.market.calendar.ExchangeCalendars;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.WeightingMethods;
import java.util.List;
import java.util.stream.Collectors;

/** A complete firm.yaml with every key, its default and what it means, as {@code firm new} writes it. */
final class FirmYamlText {
    private FirmYamlText() {}

    /**
     * The file's text.
     *
     * @param restricted symbols that may not be bought
     */
    static String of(String name, boolean sample, long seed, List<String> restricted) {
        return TEXT.replace("@name@", '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .replace("@sample@", Boolean.toString(sample))
                .replace("@seed@", Long.toString(seed))
                .replace("@methods@", methods())
                .replace("@calendars@", String.join(", ", ExchangeCalendars.ALL.words()))
                .replace("@strategies@", strategies())
                .replace(
                        "@restricted@",
                        "["
                                + String.join(
                                        ", ",
                                        restricted.stream()
                                                .map(s -> '"' + s + '"')
                                                .toList()) + "]");
    }

    private static String methods() {
        return WeightingMethods.ALL.all().stream()
                .map(kind -> "#   " + kind.word() + ": " + kind.sentence())
                .collect(Collectors.joining("\n"));
    }

    private static String strategies() {
        StringBuilder text = new StringBuilder();
        for (StrategySettings strategy : DefaultStrategies.ALL) {
            var kind = strategy.method().kind();
            text.append("  ").append(strategy.name()).append(":\n    method: ").append(kind.word());
            for (Parameter<?> parameter : kind.parameters()) {
                text.append("\n    # ")
                        .append(parameter.sentence())
                        .append("; ")
                        .append(parameter.expected());
                text.append("\n    ").append(parameter.word()).append(": ").append(parameter.standardText());
            }
            text.append("\n    lookback_days: 0\n    universe: []\n");
        }
        return text.toString().stripTrailing();
    }

    private static final String TEXT = """
            # What this firm does and assumes. Every key may be left out: the values of a new firm are the defaults.

            # Shown on the report.
            name: @name@
            # true marks a generated sample firm, whose every run is a rehearsal.
            sample: @sample@
            # Of the planner's search and of the simulated venues: same firm, date and seed, same fills.
            seed: @seed@
            # When "up" starts the day: seconds, minutes, hours, day of month, month, day of week, in local time.
            schedule: "0 30 17 * * MON-FRI"

            # Who keeps the book of record. vesper: positions.csv and accounts.csv open the books once, every later day opens
            # where the last one closed. files: every day opens with the files, and books_as_of: YYYY-MM-DD must say at which
            # day's close they were true.
            books: vesper
            # Money of a deposit, withdrawal, fee, dividend or transfer above which two people must agree before it is booked.
            flows_four_eyes_above: 100000

            # Who may answer what: the names of each group, as people are named by --as. makers propose the trades, checkers (or
            # whom rules/approvals asks for) approve them, data-stewards release data. Left out, no group is checked: whoever is
            # named may answer, and Vesper only sees to it that they differ.
            # people:
            #   makers: [anna]
            #   checkers: [ben, carol]
            #   data-stewards: [dora]

            # Whose sessions the orders work in, where the instrument tells no other: @calendars@.
            # Single days that no calendar knows go into calendars.csv.
            calendar: XNYS
            # In which the session's hours are told; empty is the exchange's own.
            timezone: ""

            # What an account with the strategy's name in accounts.csv holds.
            # Its method is one of these, with the parameters that are written below it:
            @methods@
            # lookback_days is how many of the last rows of prices the method sees; 0 is all of them, else at least 61.
            # universe is the symbols it may hold; empty is every priced instrument.
            strategies:
            @strategies@

            # How far a rebalancing may go.
            rebalance:
              # Share of an account's value that stays in cash, 0 to 1.
              cash_buffer: 0.02
              # Smallest notional worth trading, in currency units.
              minimum_trade: 1000
              # The most that may be bought plus sold, as a share of the account's value; 2 allows everything.
              maximum_turnover: 2.0
              # Expected cost of a trade, in basis points of its notional.
              cost_bps: 5
              # Steps of the planner's search; more is better and slower.
              steps: 20000

            # How orders are worked through the day.
            execution:
              # TWAP (evenly over time), VWAP (as the market's volume usually falls), IS (implementation shortfall: the more
              # the earlier) or POV (a share of the market's volume)
              strategy: TWAP
              # VWAP: volume in equal parts of the session, in any unit; empty is a U. Example: [3, 1, 2]
              volume_profile: []
              # IS: 0 is evenly over time; at 3 half is done after 23 % of the session, at 10 after 7 %.
              urgency: 3
              # No order is worked earlier or later, in the exchange's local time; these leave it to the exchange.
              open: "00:00"
              close: "23:59"
              # Length of one time slice.
              slice_minutes: 30
              # Largest share of the market's volume an order may be, 0 to 1.
              participation_rate: 0.10
              # Smallest child order worth sending, in currency units.
              minimum_child_notional: 5000
              # Share of each slice first tried at the midpoint venue, 0 to 1.
              midpoint_share: 0.3
              # Fees of the two venues, in basis points of notional.
              lit_fee_bps: 0.3
              midpoint_fee_bps: 0.1
              # A venue that rejects so many orders in a row, or so large a share of so many last ones, gets none for so
              # many slices; then one order is tried. 0 rejects: never.
              breaker_rejects: 20
              breaker_share: 0.5
              breaker_window: 100
              breaker_rest_slices: 2

            # Symbols that may not be bought.
            restricted: @restricted@
            # Accounts that may hold negative positions.
            short_allowed: []
            """;
}
