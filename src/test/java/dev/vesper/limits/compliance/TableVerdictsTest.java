package dev.vesper.limits.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FactValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TableVerdictsTest {
    private static final RuleVersion RULE = new RuleVersion("no-arms", "v");
    private static final Fact<Boolean> ON_LIST =
            new Fact<>("On list no-arms", new FactType.OnList("no_arms"), "on the list");

    private final AccountBook book = Books.cash(100_000)
            .instrument("IBM", "Equity", "Technology")
            .instrument("XOM", "Equity", "Energy")
            .holds("XOM", 50)
            .orders(Orders.buy("o-1", "IBM", 100), Orders.sell("o-2", "XOM", 20))
            .book();

    @Test
    void anOrderThatMayGoPassesWithoutAWord() {
        List<Verdict> said = TableVerdicts.of(List.of(table(_ -> answer(ComplianceAction.ALLOW, "", ""))), book);
        assertEquals(
                List.of(Outcome.PASS),
                said.stream().map(Verdict::outcome).distinct().toList());
    }

    @Test
    void anOrderThatIsDeniedSaysRowReasonAndTheNumbersThatWereAskedFor() {
        Verdict said = TableVerdicts.of(
                        List.of(table(facts -> "IBM".equals(facts.cell(CommonFacts.SYMBOL))
                                ? answer(
                                        ComplianceAction.DENY, "its country is under sanctions", " Source: Statutes 7.")
                                : answer(ComplianceAction.ALLOW, "", ""))),
                        book)
                .stream()
                .filter(verdict -> verdict.subject().equals("o-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.DENY, said.outcome());
        assertEquals(RULE, said.rule());
        assertEquals(
                "Buying 100 IBM is not allowed (row 2): its country is under sanctions. Source: Statutes 7.",
                said.reason());
        assertEquals(BigDecimal.TWO, said.numbers().get("row"));
        assertEquals(
                0,
                new BigDecimal(105_000).compareTo(said.numbers().get("account value")),
                said.numbers().toString());
    }

    @Test
    void anOrderThatIsWarnedOfStays() {
        Verdict said = TableVerdicts.of(
                        List.of(table(facts -> "XOM".equals(facts.cell(CommonFacts.SYMBOL))
                                ? answer(ComplianceAction.WARN, "look at it.", "")
                                : answer(ComplianceAction.ALLOW, "", ""))),
                        book)
                .stream()
                .filter(verdict -> verdict.subject().equals("o-2"))
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.WARN, said.outcome());
        assertEquals("Selling 20 XOM is to be looked at (row 2): look at it.", said.reason());
    }

    @Test
    void aListThatTheRowAsksForIsNamedWithItsReason() {
        NamedList arms = new NamedList(
                "no-arms",
                ListKind.INSTRUMENT,
                List.of(new ListEntry("IBM", "board", "makes arms", Optional.empty(), Optional.empty())));
        Verdict said = TableVerdicts.of(
                        List.of(table(_ -> new ComplianceTable.Answer(
                                ComplianceAction.DENY, "no arms", 1, "", List.of(ON_LIST, CommonFacts.SIDE)))),
                        book.withLists(ListsOnDay.of(List.of(arms), book.date())))
                .stream()
                .filter(verdict -> verdict.subject().equals("o-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Buying 100 IBM is not allowed (row 1): no arms. List no-arms: makes arms (board).", said.reason());
    }

    @Test
    void theRowsOfTheBooksDayAreAsked() {
        ComplianceTable other = table(_ -> answer(ComplianceAction.DENY, "never", ""));
        ComplianceTable today = table(_ -> answer(ComplianceAction.ALLOW, "", ""));
        ComplianceTable byDay = new ComplianceTable() {
            @Override
            public RuleVersion rule() {
                return RULE;
            }

            @Override
            public List<Fact<?>> asked() {
                return today.asked();
            }

            @Override
            public ComplianceTable on(LocalDate day) {
                return day.equals(Books.DATE) ? today : other;
            }

            @Override
            public Answer decide(FactValues facts) {
                return other.decide(facts);
            }
        };
        assertEquals(
                List.of(Outcome.PASS),
                TableVerdicts.of(List.of(byDay), book).stream()
                        .map(Verdict::outcome)
                        .distinct()
                        .toList());
        assertEquals(List.of(), TableVerdicts.of(List.of(), book));
    }

    @Test
    void anActionIsOneOfThreeWords() {
        assertEquals(Optional.of(ComplianceAction.WARN), ComplianceAction.named("warn"));
        assertEquals(Optional.empty(), ComplianceAction.named("Warn"));
        assertEquals("deny", ComplianceAction.DENY.word());
    }

    private static ComplianceTable.Answer answer(ComplianceAction action, String reason, String told) {
        return new ComplianceTable.Answer(action, reason, 2, told, List.of());
    }

    private static ComplianceTable table(Function<FactValues, ComplianceTable.Answer> decides) {
        return new ComplianceTable() {
            @Override
            public RuleVersion rule() {
                return RULE;
            }

            @Override
            public List<Fact<?>> asked() {
                return List.of(CommonFacts.ACCOUNT_VALUE, CommonFacts.SYMBOL);
            }

            @Override
            public Answer decide(FactValues facts) {
                return decides.apply(facts);
            }
        };
    }
}
