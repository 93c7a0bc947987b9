package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.waiver.Waiver;
import dev.vesper.limits.waiver.Waivers;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compliance with what people waived: the word stays with its numbers, the order passes, and the approver is told by whom. */
public record WaivedCompliance(ComplianceCheck compliance, Waivers waivers) implements ComplianceCheck {
    @Override
    public List<Verdict> judge(AccountBook book) {
        List<Verdict> said = compliance.judge(book);
        if (waivers.isEmpty()) {
            return said;
        }
        Map<String, String> symbols =
                book.orders().stream().collect(Collectors.toMap(ParentOrder::id, ParentOrder::symbol));
        List<Verdict> all = new ArrayList<>();
        for (Verdict verdict : said) {
            String symbol = symbols.get(verdict.subject());
            Optional<Waiver> waiver = verdict.outcome().acts() && symbol != null
                    ? waivers.letting(verdict.rule().name(), verdict.account(), symbol)
                    : Optional.empty();
            all.add(waiver.map(by -> passed(verdict, by)).orElse(verdict));
        }
        return all;
    }

    private static Verdict passed(Verdict verdict, Waiver waiver) {
        Map<String, BigDecimal> numbers = new HashMap<>(verdict.numbers());
        numbers.put(Verdict.WAIVER, waiver.number());
        return new Verdict(
                verdict.rule(),
                Outcome.WARN,
                verdict.account(),
                verdict.subject(),
                verdict.reason() + " It passes: " + waiver.words() + ".",
                Verdict.numbers(numbers),
                verdict.wouldPass(),
                Optional.empty());
    }
}
