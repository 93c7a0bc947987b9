package dev.vesper.adapters.report;

import dev.vesper.adapters.WholeFile;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Visible;
import dev.vesper.books.TradeConfirmation;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.thymeleaf.context.Context;

/** What an account is told of its trades of a day, as a document. The same trades give the same bytes. */
public final class ConfirmationPdf {
    /** Executions that the document shows; an order of a long day has thousands. */
    private static final int SHOWN = 400;

    private final RunRecord run;
    private final String firm;
    private final UnaryOperator<String> instruments;

    /**
     * Of one run.
     *
     * @param firm its name
     * @param instruments the name of an instrument by its symbol; empty where it has none
     */
    public ConfirmationPdf(RunRecord run, String firm, UnaryOperator<String> instruments) {
        this.run = run;
        this.firm = firm;
        this.instruments = instruments;
    }

    /** What was traded in one currency. */
    record Total(String currency, String bought, String sold, String fees, String due, String net) {}

    /** An order as the document shows it. */
    record Order(
            String side,
            String instrument,
            String units,
            String price,
            String value,
            String fees,
            String net,
            String currency,
            String traded,
            String settles) {}

    /** An execution as the document shows it. */
    record Execution(
            String time, String side, String symbol, String units, String price, String fee, String venue, String id) {}

    /**
     * Writes the document of one account, called by its id.
     *
     * @param name whose the account is
     * @param confirmations of that account, one or more
     * @return the name of the file
     */
    public String write(String account, String name, List<TradeConfirmation> confirmations, Path folder) {
        String file = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("*", "%2A") + ".pdf";
        String page = render(account, name, confirmations);
        String title = "Confirmation of trades " + account + " · " + run.id() + (run.rehearsal() ? " · REHEARSAL" : "");
        WholeFile.write(
                folder.resolve(file),
                out -> ReportPdf.write(page, title, run.openedAt(), (run.id() + account).hashCode(), out));
        return file;
    }

    private String render(String account, String name, List<TradeConfirmation> confirmations) {
        List<Fill> fills = confirmations.stream()
                .flatMap(one -> one.fills().stream())
                .sorted(Comparator.comparingLong(Fill::millis))
                .toList();
        Context context = new Context(Locale.UK);
        context.setVariable("firm", Visible.line(firm));
        context.setVariable("rehearsal", run.rehearsal());
        context.setVariable("run", run.id());
        context.setVariable("account", Visible.line(account));
        context.setVariable("name", Visible.line(name));
        context.setVariable("totals", totals(confirmations));
        context.setVariable("orders", confirmations.stream().map(this::order).toList());
        context.setVariable(
                "executions",
                fills.stream().limit(SHOWN).map(ConfirmationPdf::execution).toList());
        context.setVariable(
                "more",
                fills.size() <= SHOWN
                        ? ""
                        : "The first " + SHOWN + " of " + Numbers.count(fills.size())
                                + " executions; ./vesper execution confirmations --executions has all.");
        return ReportPage.readable(Visible.lines(ReportPage.template("confirmation.html", context)));
    }

    private static List<Total> totals(List<TradeConfirmation> confirmations) {
        Map<String, List<TradeConfirmation>> currencies = new TreeMap<>();
        confirmations.forEach(one -> currencies
                .computeIfAbsent(one.order().currency(), _ -> new ArrayList<>())
                .add(one));
        List<Total> totals = new ArrayList<>();
        currencies.forEach((currency, all) -> {
            BigDecimal bought = BigDecimal.ZERO;
            BigDecimal sold = BigDecimal.ZERO;
            BigDecimal fees = BigDecimal.ZERO;
            for (TradeConfirmation one : all) {
                if (one.order().side() == Side.BUY) {
                    bought = bought.add(one.value());
                } else {
                    sold = sold.add(one.value());
                }
                fees = fees.add(one.fees());
            }
            BigDecimal due = bought.subtract(sold).add(fees);
            totals.add(new Total(
                    currency,
                    Numbers.exact(bought),
                    Numbers.exact(sold),
                    Numbers.exact(fees),
                    due.signum() < 0 ? "to come" : "to be paid",
                    Numbers.exact(due.abs())));
        });
        return totals;
    }

    private Order order(TradeConfirmation one) {
        String symbol = one.order().symbol();
        String called = instruments.apply(symbol);
        return new Order(
                word(one.order().side()),
                Visible.line(called.isEmpty() ? symbol : symbol + ", " + called),
                Numbers.exact(one.quantity()),
                Numbers.exact(one.averagePrice()),
                Numbers.exact(one.value()),
                Numbers.exact(one.fees()),
                Numbers.exact(one.net()),
                one.order().currency(),
                one.traded().toString(),
                one.settles() == null ? Numbers.NONE : one.settles().toString());
    }

    private static Execution execution(Fill fill) {
        return new Execution(
                Numbers.timeOfDay(fill.millis()),
                word(fill.side()),
                Visible.line(fill.symbol()),
                Numbers.exact(fill.quantity()),
                Numbers.exact(fill.price()),
                Numbers.exact(fill.fee()),
                Visible.line(fill.venue()),
                Visible.line(fill.executionId()));
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
