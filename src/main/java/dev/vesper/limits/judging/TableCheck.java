package dev.vesper.limits.judging;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Missing;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one table says of a book. What cannot be measured is denied order by order, or told once for the account where the
 * table's row only warns.
 */
final class TableCheck {
    private TableCheck() {}

    static List<Verdict> judge(LimitTable table, ValuedBook valued, Waivers waivers, DecisionSink sink) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<Missing, List<ParentOrder>> told = new LinkedHashMap<>();
        for (Measured measured : table.measure().of(valued)) {
            RiskLimit limit = table.decide(measured.facts());
            List<Verdict> said = measured instanceof Measured.Used used
                    ? LimitCheck.judge(used.used(), waivers.lift(limit, used))
                    : List.of();
            sink.limit(table, measured, limit, said);
            switch (measured) {
                case Measured.Used _ -> verdicts.addAll(said);
                case Measured.Unknown unknown
                when LimitEffect.ofUnknown(limit) == Outcome.WARN ->
                    told.computeIfAbsent(unknown.missing(), m -> new ArrayList<>())
                            .addAll(unknown.orders());
                case Measured.Unknown unknown ->
                    unknown.orders().forEach(order -> verdicts.add(denied(table, order, unknown.missing())));
            }
        }
        if (!told.isEmpty()) {
            verdicts.add(warned(table, valued.account(), told));
        }
        return verdicts;
    }

    private static Verdict denied(LimitTable table, ParentOrder order, Missing missing) {
        return verdict(
                table,
                Outcome.DENY,
                order.account(),
                order.id(),
                missing.sentence(List.of(order.symbol())),
                1,
                missing.wouldPass());
    }

    private static Verdict warned(LimitTable table, String account, Map<Missing, List<ParentOrder>> told) {
        List<String> sentences = new ArrayList<>();
        int count = 0;
        for (Map.Entry<Missing, List<ParentOrder>> one : told.entrySet()) {
            sentences.add(one.getKey()
                    .sentence(one.getValue().stream().map(ParentOrder::symbol).toList()));
            count += one.getValue().size();
        }
        return verdict(table, Outcome.WARN, account, account, String.join(" ", sentences), count, "");
    }

    private static Verdict verdict(
            LimitTable table,
            Outcome outcome,
            String account,
            String subject,
            String reason,
            int unmeasured,
            String wouldPass) {
        return new Verdict(
                table.rule(),
                outcome,
                account,
                subject,
                reason,
                Verdict.numbers(Map.of("unmeasured", BigDecimal.valueOf(unmeasured))),
                wouldPass,
                Optional.empty());
    }
}
