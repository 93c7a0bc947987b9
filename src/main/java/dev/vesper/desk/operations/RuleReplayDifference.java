package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.Difference;
import dev.vesper.desk.workbench.replay.Word;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that other rules would have decided otherwise.
 *
 * @param subject an order's id, {@code ACC1}, {@code ACC1/Energy}
 * @param planned units, before any rule had seen the order; null where it is about no single order, as are the next two
 * @param before units that went on
 * @param after units that would have gone on
 * @param money what lies between, at the price of the decision; of a warning, the whole order
 * @param rowBefore of the table that decided, from 1; 0 where none is known, as {@code rowAfter}
 * @param numbersBefore what the rule saw, by name; none where it said nothing, as {@code numbersAfter}
 * @param said what the rule said; empty where it said nothing
 * @param wouldSay what it would have said; empty where it would have said nothing
 */
public record RuleReplayDifference(
        RunId run,
        String account,
        String strategy,
        String sector,
        String symbol,
        ChangeKind kind,
        String rule,
        String subject,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        BigDecimal money,
        String currency,
        int rowBefore,
        int rowAfter,
        SortedMap<String, BigDecimal> numbersBefore,
        SortedMap<String, BigDecimal> numbersAfter,
        String said,
        String wouldSay) {
    static RuleReplayDifference of(Difference one) {
        boolean order = one.order().isPresent();
        return new RuleReplayDifference(
                one.run(),
                one.account(),
                one.strategy(),
                one.sector(),
                one.symbol(),
                one.kind(),
                one.rule(),
                one.subject(),
                one.order().map(ParentOrder::quantity).orElse(null),
                order ? one.before() : null,
                order ? one.after() : null,
                one.money().amount(),
                one.money().currency(),
                one.was().map(Word::row).orElse(0),
                one.now().map(Word::row).orElse(0),
                numbers(one.was()),
                numbers(one.now()),
                reason(one.was()),
                reason(one.now()));
    }

    private static SortedMap<String, BigDecimal> numbers(Optional<Word> word) {
        return word.map(said -> said.verdict().numbers()).orElseGet(TreeMap::new);
    }

    private static String reason(Optional<Word> word) {
        return word.map(said -> said.verdict().reason()).orElse("");
    }
}
