package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what a change would have made of days, beside what the active rules would have. Each is known by how it differs from
 * what the day decided; what neither differs in is the same in both.
 */
final class EffectCount {
    private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
    private final SortedMap<String, BigDecimal> less = new TreeMap<>();
    private final SortedMap<String, BigDecimal> more = new TreeMap<>();

    /** Adds one day: how the active rules differ from it, and how the change does. */
    void add(List<Difference> active, List<Difference> changed) {
        Map<String, Difference> now = orders(active);
        Map<String, Difference> then = orders(changed);
        Set<String> ids = new HashSet<>(now.keySet());
        ids.addAll(then.keySet());
        Set<String> less = new HashSet<>();
        ids.forEach(id -> order(Optional.ofNullable(now.get(id)), Optional.ofNullable(then.get(id)), less));
        Map<String, ChangeKind> told = warnings(active);
        Map<String, ChangeKind> would = warnings(changed);
        Set<String> subjects = new HashSet<>(told.keySet());
        subjects.addAll(would.keySet());
        for (String subject : subjects) {
            ChangeKind before = told.get(subject);
            ChangeKind after = would.get(subject);
            if (before != after) {
                boolean newly = after == ChangeKind.NEWLY_WARNED || before == ChangeKind.NO_LONGER_WARNED;
                if (newly || !less.contains(subject.substring(subject.indexOf(' ') + 1))) {
                    count(newly ? ChangeKind.NEWLY_WARNED : ChangeKind.NO_LONGER_WARNED);
                }
            }
        }
    }

    /** @param lessOf is given what warnings are about of which less goes on: that nobody is warned of it any more is why */
    private void order(Optional<Difference> active, Optional<Difference> changed, Set<String> lessOf) {
        Difference one = active.or(() -> changed).orElseThrow();
        BigDecimal now = active.map(Difference::after).orElse(one.before());
        BigDecimal then = changed.map(Difference::after).orElse(one.before());
        int more = then.compareTo(now);
        if (more == 0) {
            return;
        }
        count(
                more < 0
                        ? then.signum() == 0 ? ChangeKind.NEWLY_DENIED : ChangeKind.CUT_MORE
                        : now.signum() == 0 ? ChangeKind.NEWLY_ALLOWED : ChangeKind.CUT_LESS);
        if (more < 0) {
            lessOf.add(one.subject());
            one.order().ifPresent(order -> lessOf.add(order.account() + "/" + order.symbol()));
        }
        BigDecimal price = one.order().map(ParentOrder::decisionPrice).orElse(BigDecimal.ZERO);
        (more < 0 ? this.less : this.more)
                .merge(one.money().currency(), then.subtract(now).abs().multiply(price), BigDecimal::add);
    }

    private void count(ChangeKind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    private static boolean warns(Difference one) {
        return one.kind() == ChangeKind.NEWLY_WARNED || one.kind() == ChangeKind.NO_LONGER_WARNED;
    }

    private static Map<String, Difference> orders(List<Difference> all) {
        Map<String, Difference> orders = new HashMap<>();
        all.stream().filter(one -> !warns(one)).forEach(one -> orders.put(one.subject(), one));
        return orders;
    }

    private static Map<String, ChangeKind> warnings(List<Difference> all) {
        Map<String, ChangeKind> warnings = new HashMap<>();
        all.stream()
                .filter(EffectCount::warns)
                .forEach(one -> warnings.put(one.rule() + " " + one.subject(), one.kind()));
        return warnings;
    }

    ReplayEffect effect(int recorded, int replayed, int orders, int untold) {
        Set<String> currencies = new HashSet<>(less.keySet());
        currencies.addAll(more.keySet());
        List<ReplayEffect.Traded> traded = new ArrayList<>();
        currencies.stream()
                .sorted()
                .forEach(currency ->
                        traded.add(new ReplayEffect.Traded(currency, plain(less, currency), plain(more, currency))));
        return new ReplayEffect(
                recorded,
                replayed,
                orders,
                untold,
                of(ChangeKind.NEWLY_DENIED),
                of(ChangeKind.NEWLY_ALLOWED),
                of(ChangeKind.CUT_MORE),
                of(ChangeKind.CUT_LESS),
                of(ChangeKind.NEWLY_WARNED),
                of(ChangeKind.NO_LONGER_WARNED),
                traded,
                "");
    }

    private static BigDecimal plain(SortedMap<String, BigDecimal> by, String currency) {
        BigDecimal sum = by.getOrDefault(currency, BigDecimal.ZERO).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }

    private int of(ChangeKind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
