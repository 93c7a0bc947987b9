package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.constraint.PlanConstraint;
import dev.vesper.rebalance.constraint.PlanConstraints;
import dev.vesper.rebalance.constraint.TwinCheck;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the how-to page shows is compiled, listed with the others, and acts on a plan. */
class HowToAddAPlannerConstraintTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-planner-constraint.md");
    private static final String NAME = "dev.vesper.rebalance.constraint.MostTrades";

    static {
        QuietSolver.on();
    }

    private static PlanConstraint shown;

    @BeforeAll
    static void compileThePage() throws ReflectiveOperationException {
        shown = (PlanConstraint) InMemory.compile(NAME, PAGE.block("java"), PlanConstraint.class)
                .getConstructor()
                .newInstance();
    }

    private static OptaLotPlanner planner() {
        return new OptaLotPlanner(
                Path.of("planner"),
                Registry.of(
                        "planner constraint",
                        PlanConstraint::word,
                        Stream.concat(PlanConstraints.ALL.all().stream(), Stream.of(shown))
                                .toList()));
    }

    @Test
    void itsTwinsAgree() {
        TwinCheck.randomMoves(shown, Accounts.synthetic(12, "20000", 3).book(), 3);
    }

    @Test
    void thePlanKeepsItAndStaysAsNearAsItCan() {
        Accounts account = Accounts.synthetic(12, "20000", 3);
        Proposal free = new OptaLotPlanner(Path.of("planner")).solve(account.problem());
        Proposal bound = planner().solve(account.problem());
        assertTrue(
                free.trades().size() > 3,
                "without it there are more: " + free.trades().size());
        assertEquals(3, bound.trades().size());
        ProposalAudit.check(account.problem(), bound);
        assertTrue(bound.deviation() >= free.deviation());
    }

    @Test
    void whereItCannotBeKeptTheAccountIsRefusedWithItsSentence() {
        Accounts account = Accounts.account("1000").steps(0);
        for (String symbol : List.of("A", "B", "C", "D", "E")) {
            account.priced(symbol, "10").wants(symbol, 0.2);
        }
        String message = assertThrows(Problem.class, () -> planner().solve(account.problem()))
                .getMessage();
        assertTrue(message.contains("most-trades (an account makes at most 3 trades)"), message);
        assertTrue(message.contains("misses it by 2000 USD"), message);
    }

    @Test
    void thePageNamesTheFilesItTakes() {
        String page = PAGE.text();
        Matcher folder = Pattern.compile("`(src/[^`]+/)`").matcher(page);
        assertTrue(folder.find() && Files.isDirectory(Path.of(folder.group(1))));
        assertTrue(Files.exists(Path.of(folder.group(1), "PlanConstraints.java")));
        assertTrue(page.contains("PlanConstraints.ALL"));
    }
}
