package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.WorkedOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files have the recorded day of which symbol: one of each, or {@code SYMBOL=FILE} for each symbol. */
final class RecordedDays {
    private static final Pattern OF_SYMBOL = Pattern.compile("([A-Za-z0-9.]{1,16})=(.+)");

    /** The files of one symbol, and the orders that are worked in it. */
    record Day(String symbol, Path trades, Path quotes, List<WorkedOrder> orders) {}

    private RecordedDays() {}

    /**
     * The days of all orders, in the order in which their symbols first come.
     *
     * @throws Problem of kind USAGE where a symbol has no file or a file no orders, of kind INPUT where one of two symbols is
     *     named by no file
     */
    static List<Day> of(List<WorkedOrder> orders, List<String> trades, List<String> quotes) {
        Map<String, List<WorkedOrder>> bySymbol = new LinkedHashMap<>();
        orders.forEach(order -> bySymbol.computeIfAbsent(order.symbol(), symbol -> new ArrayList<>())
                .add(order));
        Map<String, Path> traded = files("--trades", trades, bySymbol);
        Map<String, Path> quoted = files("--quotes", quotes, bySymbol);
        List<Day> days = new ArrayList<>();
        bySymbol.forEach((symbol, own) -> days.add(new Day(
                symbol, Objects.requireNonNull(traded.get(symbol)), Objects.requireNonNull(quoted.get(symbol)), own)));
        return days;
    }

    private static Map<String, Path> files(String option, List<String> said, Map<String, List<WorkedOrder>> bySymbol) {
        Map<String, Path> files = new LinkedHashMap<>();
        if (said.size() == 1 && !OF_SYMBOL.matcher(said.getFirst()).matches()) {
            String first = bySymbol.keySet().iterator().next();
            files.put(first, Path.of(said.getFirst()));
        } else {
            for (String one : said) {
                Matcher named = OF_SYMBOL.matcher(one);
                if (!named.matches()) {
                    throw Problem.usage("Expected " + option + " SYMBOL=FILE where there are several, but got " + one);
                }
                if (files.put(named.group(1), Path.of(named.group(2))) != null) {
                    throw Problem.usage("Expected one file of " + option + " for " + named.group(1) + ", but got two");
                }
            }
        }
        TreeSet<String> idle = new TreeSet<>(files.keySet());
        idle.removeAll(bySymbol.keySet());
        if (!idle.isEmpty()) {
            throw Problem.usage(
                    "Expected orders of each symbol of " + option + ", but there is none of " + idle.first());
        }
        bySymbol.forEach((symbol, own) -> {
            if (!files.containsKey(symbol)) {
                throw Problem.input(
                        own.getFirst().place(),
                        "Expected orders of symbols that " + option + " has files of ("
                                + String.join(", ", files.keySet()) + "), but got " + symbol + "; maybe " + option + " "
                                + symbol + "=FILE is missing");
            }
        });
        return files;
    }
}
