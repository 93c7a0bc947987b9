package dev.vesper.desk.workbench.replay;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.limits.Outcome;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what became of one account's orders with what would have become of them.
 *
 * @param sectors the sector of a symbol as the firm calls it
 * @param planned before any rule had seen them
 */
record AccountDifferences(RunId run, Account account, Function<String, String> sectors, List<ParentOrder> planned) {

    /** One side of the comparison. */
    record Side(Map<String, BigDecimal> quantities, Words words) {
        static Side of(List<ParentOrder> orders, Words words) {
            return new Side(orders.stream().collect(Collectors.toMap(ParentOrder::id, ParentOrder::quantity)), words);
        }

        BigDecimal quantity(ParentOrder order) {
            return quantities.getOrDefault(order.id(), BigDecimal.ZERO);
        }
    }

    /** Orders first, in the order they were planned, then what is only told, by subject and rule. */
    List<Difference> between(Side was, Side now) {
        List<Difference> all = new ArrayList<>();
        for (ParentOrder order : planned) {
            order(order, was, now).ifPresent(all::add);
        }
        Map<String, ParentOrder> orders =
                planned.stream().collect(Collectors.toMap(ParentOrder::id, Function.identity()));
        TreeSet<Words.Key> keys = new TreeSet<>(was.words().keys());
        keys.addAll(now.words().keys());
        for (Words.Key key : keys) {
            warned(key, Optional.ofNullable(orders.get(key.subject())), was, now)
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Difference> order(ParentOrder order, Side was, Side now) {
        BigDecimal before = was.quantity(order);
        BigDecimal after = now.quantity(order);
        int less = after.compareTo(before);
        if (less == 0) {
            return Optional.empty();
        }
        ChangeKind kind = less < 0
                ? after.signum() == 0 ? ChangeKind.NEWLY_DENIED : ChangeKind.CUT_MORE
                : before.signum() == 0 ? ChangeKind.NEWLY_ALLOWED : ChangeKind.CUT_LESS;
        Optional<Word> decided =
                less < 0 ? now.words().acting(order.id()) : was.words().acting(order.id());
        String rule = decided.map(word -> word.verdict().rule().name()).orElse("");
        Words.Key key = new Words.Key(rule, order.id());
        return Optional.of(new Difference(
                run,
                account.id(),
                account.strategy(),
                sectors.apply(order.symbol()),
                kind,
                rule,
                order.id(),
                Optional.of(order),
                before,
                after,
                money(after.subtract(before).abs().multiply(order.decisionPrice())),
                was.words().of(key),
                now.words().of(key)));
    }

    private Optional<Difference> warned(Words.Key key, Optional<ParentOrder> order, Side was, Side now) {
        Optional<Word> before = was.words().of(key);
        Optional<Word> after = now.words().of(key);
        Outcome then = outcome(before);
        Outcome would = outcome(after);
        if (then.acts() || would.acts() || then == would) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                run,
                account.id(),
                account.strategy(),
                order.map(o -> sectors.apply(o.symbol())).orElseGet(() -> part(key.subject())),
                would == Outcome.WARN ? ChangeKind.NEWLY_WARNED : ChangeKind.NO_LONGER_WARNED,
                key.rule(),
                key.subject(),
                order,
                order.map(was::quantity).orElse(BigDecimal.ZERO),
                order.map(now::quantity).orElse(BigDecimal.ZERO),
                money(order.map(ParentOrder::notional).orElse(BigDecimal.ZERO)),
                before,
                after));
    }

    private static Outcome outcome(Optional<Word> word) {
        return word.map(said -> said.verdict().outcome()).orElse(Outcome.PASS);
    }

    /** {@code Energy} of {@code ACC1/Energy}; of a position, its sector. */
    private String part(String subject) {
        if (!subject.startsWith(account.id() + "/")) {
            return "";
        }
        String part = subject.substring(account.id().length() + 1);
        String sector = sectors.apply(part);
        return sector.isEmpty() ? part : sector;
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, account.cash().currency());
    }
}
