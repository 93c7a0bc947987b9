package dev.vesper.limits.judging;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.waiver.Lifted;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares what is used with what is allowed, and says what follows.
 *
 * <p>Where several orders share a broken limit, {@code cut} scales all that raise it by the same share, each rounded
 * down to whole lots; {@code deny} removes whole orders, the highest id first, until the rest fits
 * (of an order that also lowers the use, that part stays). Orders that lower
 * the use are never touched: a limit that markets broke (a passive breach) must not stop the trade that mends it. Of a
 * minimum all of it is the other way round: 2 % of cash must stay, purchases lower it, a sale mends it.
 */
public final class LimitCheck {
    private final LimitUtilisation used;
    private final RiskLimit limit;
    /** The waiver that matters: more than the table's limit is used. */
    private final Optional<Waiver> waiver;

    private final LimitTexts texts;
    /** Summed once: many orders may share the limit, and each is told. */
    private final SortedMap<String, BigDecimal> numbers;

    private LimitCheck(LimitUtilisation used, Lifted lifted) {
        this.used = used;
        this.limit = lifted.limit();
        this.waiver = lifted.by().filter(_ -> limit.limit().filter(used::breaks).isPresent());
        BigDecimal level = used.used();
        this.texts = new LimitTexts(used, limit, waiver, level);
        this.numbers = numbers(used, lifted, waiver, level);
    }

    /** The word on the subject, followed by one for each order that must change. */
    public static List<Verdict> judge(LimitUtilisation used, RiskLimit limit) {
        return judge(used, Lifted.not(limit));
    }

    /** The same of a limit that a waiver may lift: what it lets pass is told, and what goes beyond it is not let pass. */
    static List<Verdict> judge(LimitUtilisation used, Lifted lifted) {
        return new LimitCheck(used, lifted).judge();
    }

    private List<Verdict> judge() {
        if (limit.limit().isEmpty() || !used.breaks(limit.limit().get())) {
            Optional<BigDecimal> warning = limit.warning().filter(used::breaks);
            return List.of(
                    warning.isPresent()
                            ? verdict(Outcome.WARN, texts.warned(), texts.so(warning.get()))
                            : verdict(Outcome.PASS, texts.passed(), ""));
        }
        BigDecimal hard = waiver.flatMap(Waiver::upTo).orElse(limit.limit().get());
        if (waiver.isPresent() && !used.breaks(hard)) {
            return List.of(verdict(
                    Outcome.WARN,
                    texts.waived(waiver.get()),
                    texts.so(limit.limit().get())));
        }
        if (used.claims().isEmpty()) {
            return List.of(verdict(Outcome.WARN, texts.passive(), texts.so(hard)));
        }
        if (limit.action() == LimitAction.WARN) {
            return List.of(verdict(Outcome.WARN, texts.onlyWarns(), texts.so(hard)));
        }
        Map<String, BigDecimal> permitted =
                limit.action() == LimitAction.CUT ? cut(used, hard) : removeLastFirst(used, hard);
        if (used.ofOneOrder()) {
            ParentOrder only = used.claims().getFirst().order();
            return List.of(order(only, permitted.getOrDefault(only.id(), BigDecimal.ZERO)));
        }
        List<Verdict> orders = new ArrayList<>();
        for (Claim claim : used.claims()) {
            BigDecimal allowed = permitted.getOrDefault(claim.order().id(), BigDecimal.ZERO);
            if (allowed.compareTo(claim.order().quantity()) < 0) {
                orders.add(order(claim.order(), allowed));
            }
        }
        Outcome worst = limit.action() == LimitAction.CUT ? Outcome.CUT : Outcome.DENY;
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(verdict(worst, texts.shared(orders.size()), texts.so(hard)));
        verdicts.addAll(orders);
        return verdicts;
    }

    private static Map<String, BigDecimal> cut(LimitUtilisation used, BigDecimal limit) {
        BigDecimal asked = used.claimed();
        BigDecimal headroom = used.headroom(limit);
        Map<String, BigDecimal> permitted = new HashMap<>();
        for (Claim claim : used.claims()) {
            permitted.put(claim.order().id(), claim.permitted(headroom, asked));
        }
        return permitted;
    }

    private static Map<String, BigDecimal> removeLastFirst(LimitUtilisation used, BigDecimal limit) {
        Map<String, BigDecimal> permitted = new HashMap<>();
        used.claims().forEach(c -> permitted.put(c.order().id(), c.order().quantity()));
        BigDecimal over = used.excess(limit);
        List<Claim> lastFirst = used.claims().stream()
                .sorted(Comparator.comparing((Claim c) -> c.order().id()).reversed())
                .toList();
        for (Claim claim : lastFirst) {
            if (over.signum() <= 0) {
                break;
            }
            permitted.put(claim.order().id(), claim.spared());
            over = over.subtract(claim.use());
        }
        return permitted;
    }

    private Verdict order(ParentOrder order, BigDecimal permitted) {
        boolean some = permitted.signum() > 0;
        Map<String, BigDecimal> ofOrder = new HashMap<>(numbers);
        ofOrder.put("requested", order.quantity());
        ofOrder.put("permitted", permitted);
        return new Verdict(
                limit.rule(),
                some ? Outcome.CUT : Outcome.DENY,
                used.account(),
                order.id(),
                texts.changed(order, permitted) + limit.told(),
                Verdict.numbers(ofOrder),
                some ? "at most " + Numbers.quantity(permitted) + " units" : "",
                some ? Optional.of(permitted) : Optional.empty());
    }

    private Verdict verdict(Outcome outcome, String reason, String wouldPass) {
        return new Verdict(
                limit.rule(),
                outcome,
                used.account(),
                used.subject(),
                outcome == Outcome.PASS ? reason : reason + limit.told(),
                numbers,
                wouldPass,
                Optional.empty());
    }

    private static SortedMap<String, BigDecimal> numbers(
            LimitUtilisation used, Lifted lifted, Optional<Waiver> waiver, BigDecimal level) {
        RiskLimit limit = lifted.limit();
        Map<String, BigDecimal> numbers = new HashMap<>();
        numbers.put(Verdict.USED, level);
        limit.limit().ifPresent(l -> numbers.put(used.bound().level(), LimitTexts.shown(l, used)));
        limit.warning().ifPresent(w -> numbers.put("warning", LimitTexts.shown(w, used)));
        waiver.ifPresent(by -> {
            numbers.put(Verdict.WAIVER, by.number());
            by.upTo().ifPresent(most -> numbers.put(Verdict.WAIVED, LimitTexts.shown(most, used)));
        });
        return Verdict.numbers(numbers);
    }
}
