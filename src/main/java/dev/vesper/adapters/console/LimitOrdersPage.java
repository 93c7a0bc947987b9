package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The orders that fill one limit of one account most. */
final class LimitOrdersPage implements Page {
    private static final PagePath PATH = new PagePath("runs/{run}/limits/{rule}/{account}");
    private static final int SHOWN = 200;

    /** What the template shows. */
    public record Model(String run, String rule, String ruleHref, String account, List<Row> orders) {}

    /** An order. */
    public record Row(String id, String href, String symbol, String side, String quantity, String share, int percent) {}

    @Override
    public String word() {
        return "limit-orders";
    }

    @Override
    public String title() {
        return "Orders of limit";
    }

    @Override
    public String help() {
        return "limits";
    }

    @Override
    public PagePath path() {
        return PATH;
    }

    static String href(String run, String rule, String account) {
        return PATH.fill(Map.of("run", run, "rule", rule, "account", account));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        String rule = asked.path().getOrDefault("rule", "");
        String account = asked.path().getOrDefault("account", "");
        return new Model(
                run.value(),
                rule,
                LimitPage.href(run.value(), rule),
                account,
                operations.limits().orders(run, rule, account, 0, SHOWN).stream()
                        .map(order -> new Row(
                                order.order(),
                                OrderPage.href(run.value(), order.order()),
                                order.symbol(),
                                order.side().name().toLowerCase(Locale.ROOT),
                                Numbers.quantity(order.quantity()),
                                Numbers.percent(order.share(), 1),
                                (int) Math.min(100, Math.round(100 * order.share()))))
                        .toList());
    }
}
