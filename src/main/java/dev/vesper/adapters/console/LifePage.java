package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Operations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a parent order went through on one picture: its schedule, its fills and the market of the same hours. */
public final class LifePage implements Page {
    private static final PagePath PATH = new PagePath("runs/{run}/orders/{order}/life");
    private static final int SHOWN = 500;

    /**
     * What the template shows.
     *
     * @param pictures for screens and for phones; none where the order is not worked
     * @param costs none while it is not over
     * @param amended what venues told of fills later, at most as many as of fills
     * @param count how many fills there are, in words
     * @param unshown how many fills the table leaves out, in words, or empty
     */
    public record Model(
            String run,
            String ordersHref,
            OrderRow order,
            boolean over,
            String decision,
            List<Picture> pictures,
            List<CostRow> costs,
            List<LifeSlice> slices,
            List<FillRow> fills,
            List<AmendedRow> amended,
            String count,
            String unshown) {}

    /**
     * One part of what the order cost.
     *
     * @param cost whether it is above zero
     */
    public record CostRow(String part, String means, String amount, String bps, boolean cost, boolean sum) {}

    /** What a venue told of a fill after its slice was booked, as the page writes it. */
    public record AmendedRow(
            String what, String execution, String by, String venue, String date, String quantity, String price) {
        static AmendedRow of(OrderLife.AmendedLine line) {
            String what = switch (line.what()) {
                case "bust" -> "Taken back";
                case "correction" -> "Corrected";
                default -> "Told late";
            };
            return new AmendedRow(
                    what,
                    line.execution(),
                    line.by(),
                    line.venue(),
                    line.date().toString(),
                    Numbers.quantity(line.quantity()),
                    Numbers.price(line.price()));
        }
    }

    /** One fill as the page writes it. */
    public record FillRow(
            String id, String at, String venue, String quantity, String total, String price, String bps, boolean cost) {
        static FillRow of(OrderLife.LifeFill fill) {
            return new FillRow(
                    fill.execution(),
                    fill.at(),
                    fill.venue(),
                    Numbers.quantity(fill.quantity()),
                    Numbers.quantity(fill.total()),
                    Numbers.price(fill.price()),
                    Numbers.bps(fill.arrivalBps()),
                    fill.arrivalBps() > 0);
        }
    }

    @Override
    public String word() {
        return "life";
    }

    @Override
    public String title() {
        return "Life of an order";
    }

    @Override
    public String help() {
        return "orders#the-life-of-an-order";
    }

    @Override
    public PagePath path() {
        return PATH;
    }

    static String href(String run, String order) {
        return PATH.fill(Map.of("run", run, "order", order));
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.orders().totals(asked.run()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.RUNS, asked.run()), Changed.of(Topic.ORDERS, asked.run()));
    }

    @Override
    public boolean over(Record model) {
        return model instanceof Model shown && shown.over();
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of());
        RunId run = asked.run();
        OrderLife life = operations.orders().life(run, asked.path().getOrDefault("order", ""));
        String said = said(life.order());
        int left = life.fills().size() - SHOWN;
        return new Model(
                run.value(),
                OrdersPage.href(run.value()),
                OrderRow.of(run.value(), life.order()),
                life.over(),
                Numbers.price(life.order().decisionPrice()),
                life.schedule().isEmpty()
                        ? List.of()
                        : List.of(LifePicture.wide(life, said), LifePicture.narrow(life, said)),
                costs(life.shortfall()),
                LifeSlice.of(life),
                life.fills().stream().limit(SHOWN).map(FillRow::of).toList(),
                life.amended().stream().limit(SHOWN).map(AmendedRow::of).toList(),
                "What was filled, " + Counted.of(life.fills().size(), "fill"),
                left > 0 ? Numbers.count(left) + " more fills stand with the order" : "");
    }

    private static String said(OrderLine order) {
        return "The life of the order to " + order.side().name().toLowerCase(Locale.ROOT) + " "
                + Numbers.quantity(order.quantity()) + " " + order.symbol()
                + ": prices of its fills in the market's, units filled against its schedule, its own volume in the market's;"
                + " the tables below say the same";
    }

    private static List<CostRow> costs(OrderLife.@Nullable ShortfallLine costs) {
        return costs == null
                ? List.of()
                : List.of(
                        row("Delay", "from decision to arrival, of what was filled", costs.delay(), costs.delayBps()),
                        row("Execution", "from arrival to the fills", costs.execution(), costs.executionBps()),
                        row(
                                "Opportunity",
                                "from decision to the last price, of what was not filled",
                                costs.opportunity(),
                                costs.opportunityBps()),
                        row("Fees", "what the venues charged", costs.fees(), costs.feesBps()),
                        new CostRow(
                                "Implementation shortfall",
                                "the four together",
                                Numbers.signed(costs.total(), 2),
                                Numbers.bps(costs.totalBps()),
                                costs.total().signum() > 0,
                                true));
    }

    private static CostRow row(String part, String means, BigDecimal amount, double bps) {
        return new CostRow(part, means, Numbers.signed(amount, 2), Numbers.bps(bps), amount.signum() > 0, false);
    }
}
