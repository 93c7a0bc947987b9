package dev.vesper.limits.judging;

import static dev.vesper.limits.Orders.buy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Tables;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.PositionWeight;
import dev.vesper.limits.measure.ShareOfDailyVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever listens hears what was decided, and the effect of a limit alone says how it ended. */
class LimitEffectTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void everyRoundIsTold() {
        AccountBook book = Books.cash(100_000).orders(buy("1", "IBM", 600)).book();
        check(book, Tables.always(new PositionWeight(), Optional.of("0.40"), Optional.empty(), LimitAction.CUT));
        assertEquals(List.of("book 1", "1 CUT", "book 1", "1 PASS"), heard);
    }

    @Test
    void whatNobodyCanMeasureIsToldOrderByOrder() {
        AccountBook book = Books.cash(100_000)
                .orders(buy("1", "IBM", 10), buy("2", "XOM", 10))
                .book();
        check(book, Tables.always(new ShareOfDailyVolume(), Optional.of("0.10"), Optional.empty(), LimitAction.DENY));
        assertEquals(List.of("book 2", "unknown 1 DENY", "unknown 2 DENY", "book 0"), heard);
        heard.clear();
        check(book, Tables.always(new ShareOfDailyVolume(), Optional.of("0.10"), Optional.empty(), LimitAction.WARN));
        assertEquals(List.of("book 2", "unknown 1 WARN", "unknown 2 WARN"), heard);
    }

    @Test
    void complianceIsTold() {
        Verdict denied = new Verdict(
                new RuleVersion("a-rule", "v"),
                Outcome.DENY,
                "ACC1",
                "1",
                "because",
                Verdict.numbers(Map.of()),
                "",
                Optional.empty());
        new BookCheck(List.of(), book -> new ArrayList<>(book.orders().isEmpty() ? List.of() : List.of(denied)))
                .check(Books.cash(1_000).orders(buy("1", "IBM", 1)).book(), sink());
        assertEquals(List.of("book 1", "a-rule 1 DENY", "book 0"), heard);
    }

    /** The word on each subject is the effect, but where a cut leaves not one lot of a single order. */
    @Test
    void theEffectIsTheWordOnTheSubject() {
        Random random = new Random(7);
        int acted = 0;
        for (int i = 0; i < 2_000; i++) {
            Books books = Books.cash(random.nextInt(100_000)).volume("IBM", 1 + random.nextInt(5_000));
            if (random.nextBoolean()) {
                books.holds("IBM", random.nextInt(900)).holds("XOM", random.nextInt(900));
            }
            if (random.nextInt(4) > 0) {
                books.orders(buy("1", "IBM", 10L + random.nextInt(900)), buy("2", "XOM", 10L + random.nextInt(900)));
            }
            Measure measure =
                    Measures.ALL.all().get(random.nextInt(Measures.ALL.all().size()));
            boolean amount = measure.highestLimit().isEmpty();
            String limit = amount ? "" + random.nextInt(100_000) : "0." + (10 + random.nextInt(90));
            LimitAction action = LimitAction.values()[random.nextInt(3)];
            Optional<String> hard = random.nextInt(5) > 0 ? Optional.of(limit) : Optional.empty();
            LimitTable table = Tables.always(measure, hard, Optional.of(amount ? "0" : "0.05"), action);
            int[] ended = {0};
            new BookCheck(List.of(table), book -> new ArrayList<>()).check(books.book(), new DecisionSink() {
                @Override
                public void book(AccountBook book) {}

                @Override
                public void limit(LimitTable asked, Measured measured, RiskLimit limit, List<Verdict> said) {
                    if (measured instanceof Measured.Used(FactValues _, LimitUtilisation used)) {
                        Outcome effect = LimitEffect.of(
                                limit,
                                limit.limit().filter(used::breaks).isPresent(),
                                limit.warning().filter(used::breaks).isPresent(),
                                !used.claims().isEmpty());
                        Outcome word = said.getFirst().outcome();
                        assertEquals(effect.acts(), word.acts(), said.toString());
                        if (!effect.acts()) {
                            assertEquals(effect, word, said.toString());
                        } else {
                            ended[0]++;
                        }
                    }
                }

                @Override
                public void compliance(Verdict said) {}
            });
            acted += ended[0];
        }
        assertTrue(acted > 100, "of 2,000 books only " + acted + " limits acted");
    }

    private void check(AccountBook book, LimitTable table) {
        new BookCheck(List.of(table), asked -> new ArrayList<>()).check(book, sink());
    }

    private DecisionSink sink() {
        return new DecisionSink() {
            @Override
            public void book(AccountBook book) {
                heard.add("book " + book.orders().size());
            }

            @Override
            public void limit(LimitTable table, Measured measured, RiskLimit limit, List<Verdict> said) {
                switch (measured) {
                    case Measured.Used(FactValues _, LimitUtilisation used) ->
                        heard.add(used.subject() + " " + said.getFirst().outcome());
                    case Measured.Unknown unknown ->
                        unknown.orders()
                                .forEach(order ->
                                        heard.add("unknown " + order.id() + " " + LimitEffect.ofUnknown(limit)));
                }
            }

            @Override
            public void compliance(Verdict said) {
                heard.add(said.rule().name() + " " + said.subject() + " " + said.outcome());
            }
        };
    }
}
