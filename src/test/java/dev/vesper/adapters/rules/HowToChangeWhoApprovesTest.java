package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.processes.DrawnApprovals;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.approvals.People;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the how-to page shows, done on copies of the rules, of a firm and of the processes. */
class HowToChangeWhoApprovesTest {
    @TempDir
    Path temporary;

    private Path rules;

    @BeforeEach
    void copyTheRules() {
        rules = Folders.copy(Path.of("rules"), temporary.resolve("rules"));
    }

    @Test
    void theRowOfThePageAsksForThreeAndItsCaseHolds() throws IOException {
        Path cases = rules.resolve("approvals/trades.scenarios.csv");
        Files.writeString(cases, Files.readString(cases).replaceAll("So does the largest.*\n", ""));
        Files.writeString(cases, shown("csv", 0), StandardOpenOption.APPEND);
        assertEquals(1, failures(), "without the row the case must fail");
        addTheRow();
        assertEquals(0, failures());
    }

    @Test
    void drawingTableAndPeopleOfThePageFitTogether() throws IOException {
        addTheRow();
        Path processes = Folders.copy(Path.of("processes"), temporary.resolve("processes"));
        Path drawing = processes.resolve("approve-trades.bpmn");
        String flow = "<bpmn:sequenceFlow id=\"approve-to-settle\" sourceRef=\"approve-trades-task\" targetRef=\"";
        Files.writeString(
                drawing,
                Files.readString(drawing)
                        .replace(
                                flow + "settle-approval\" />",
                                shown("xml", 1) + flow + "approve-for-risk\" /><bpmn:sequenceFlow id=\"risk-to-settle\""
                                        + " sourceRef=\"approve-for-risk\" targetRef=\"settle-approval\" />"));
        List<DrawnStep> drawn = DrawnApprovals.of(processes);
        ApprovalsNeeded needed =
                ApprovalsNeeded.of(drawn, Trusted.rules(rules).asked(List.of(account("1000000.01"), account("5"))));
        assertEquals(
                List.of(
                        new ApprovalStep(1, "checkers", 1),
                        new ApprovalStep(2, "risk", 2),
                        new ApprovalStep(3, "checkers", 1)),
                needed.steps());
        People people = people();
        assertTrue(people.in("dora STERN", "risk"));
        assertTrue(people.shortage(needed).isEmpty(), "Anna proposes, Carol and Ben check, Dora is risk");
        assertTrue(people.shortage(ApprovalsNeeded.of(
                        drawn, List.of(new ApprovalsNeeded.Asked(List.of("risk", "checkers", "risk", "risk"), ""))))
                .isPresent());
    }

    private People people() throws IOException {
        Path firm = Files.createDirectories(temporary.resolve("firm"));
        Files.writeString(firm.resolve("firm.yaml"), shown("yaml", 0));
        Files.writeString(firm.resolve("prices.csv"), "date,symbol,close\n2018-04-11,IBM,100\n");
        Files.writeString(firm.resolve("accounts.csv"), "account,name,strategy,cash,currency\nA,A,core,1000,USD\n");
        Files.writeString(firm.resolve("positions.csv"), "account,symbol,quantity,cost,acquired\n");
        return new FirmFolder().read(firm).settings().people();
    }

    private void addTheRow() throws IOException {
        Path table = rules.resolve("approvals/trades.dmn");
        String text = Files.readString(table);
        int last = text.lastIndexOf("      <rule id=");
        Files.writeString(table, text.substring(0, last) + shown("xml", 0) + text.substring(last));
    }

    private static ProposedAccount account(String amount) {
        BigDecimal traded = new BigDecimal(amount);
        return new ProposedAccount("ACC1", "USD", traded, BigDecimal.ZERO, traded, 1, traded);
    }

    private long failures() {
        return Scenarios.run(rules, Trusted.rules(rules)).stream()
                .filter(result -> !result.passed())
                .count();
    }

    /** A block of a language on the page, counted from 0. */
    private static String shown(String language, int number) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/how-to-change-who-approves.md")));
        for (int i = 0; i <= number; i++) {
            assertTrue(block.find(), language + " " + i);
        }
        return block.group(1);
    }
}
