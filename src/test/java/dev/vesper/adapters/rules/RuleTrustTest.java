package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DRL is code: only what an engineer has read is compiled. */
class RuleTrustTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    @TempDir
    Path home;

    private Path rules;
    private Path state;
    private Path shorts;

    @BeforeEach
    void copyTheRules() {
        rules = home.resolve("rules");
        state = home.resolve("var");
        shorts = rules.resolve("compliance/no-short.drl");
        Folders.copy(Path.of("rules"), rules);
    }

    /** Whoever changes a delivered rule changes its line of delivered-rules.txt, which reviewers see. */
    @Test
    void everyDeliveredRuleIsOnTheDeliveredList() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/compliance"))) {
            List<String> expected = files.filter(f -> f.toString().endsWith(".drl"))
                    .sorted()
                    .map(RuleTrustTest::line)
                    .toList();
            List<String> listed =
                    Files.readAllLines(Path.of("src/main/resources/dev/vesper/adapters/rules/delivered-rules.txt"))
                            .stream()
                            .takeWhile(l -> !l.startsWith("# As they were"))
                            .filter(l -> !l.startsWith("#"))
                            .toList();
            assertEquals(String.join("\n", expected), String.join("\n", listed), "delivered-rules.txt must say");
        }
    }

    @Test
    void theDeliveredRulesNeedNoList() {
        assertFalse(new DroolsRuleBook(rules, RuleTrust.of(state)).rules().isEmpty());
    }

    @Test
    void oneByteMoreIsRefusedWithWhatToDo() throws IOException {
        Files.writeString(shorts, Files.readString(shorts) + "\n");
        Problem problem = untrusted();
        assertEquals(Problem.Kind.REFUSED, problem.kind());
        String said = String.valueOf(problem.getMessage());
        assertTrue(said.startsWith("rules/compliance/no-short.drl: "), said);
        assertTrue(said.contains(Sha256.of(Files.readAllBytes(shorts))), said);
        assertTrue(said.contains("./vesper rules trust rules/compliance/no-short.drl"), said);
    }

    /** Compiling is not running, but a rule that is compiled runs with the first order. */
    @Test
    void whatNobodyHasReadNeverRuns() throws IOException {
        Files.writeString(rules.resolve("compliance/free.drl"), """
                package compliance.free;
                import dev.vesper.limits.compliance.Order;
                rule "x" when Order() then System.exit(7); end
                """);
        assertTrue(String.valueOf(untrusted().getMessage()).startsWith("rules/compliance/free.drl: "));
    }

    @Test
    void aSignedVersionIsTrustedAndTheNextOneIsNot() throws IOException {
        Files.writeString(shorts, Files.readString(shorts) + "// reviewed\n");
        String line = sign();
        assertEquals(Sha256.of(Files.readAllBytes(shorts)) + "  no-short.drl  by erin at 2018-04-11T12:00:00Z", line);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(RuleTrust.LIST))));
        new DroolsRuleBook(rules, RuleTrust.of(state));
        Files.writeString(shorts, Files.readString(shorts) + "// after the review\n");
        untrusted();
        sign();
        new DroolsRuleBook(rules, RuleTrust.of(state));
        assertEquals(2, Files.readAllLines(state.resolve(RuleTrust.LIST)).size());
    }

    private String sign() {
        return RuleTrust.trust(state, "no-short.drl", RuleTrust.version(shorts), "erin", NOON);
    }

    @Test
    void onlyCodeIsSigned() {
        Problem table = assertThrows(Problem.class, () -> RuleTrust.version(rules.resolve("limits/sector-weight.dmn")));
        assertTrue(String.valueOf(table.getMessage()).contains("tables need no trust"), table::getMessage);
        assertThrows(Problem.class, () -> RuleTrust.version(rules.resolve("compliance/none.drl")));
    }

    @Test
    void aBrokenListIsNoTrust() throws IOException {
        Files.createDirectories(state);
        Files.writeString(state.resolve(RuleTrust.LIST), "# ours\n\nall\n");
        Problem problem = assertThrows(Problem.class, () -> RuleTrust.of(state));
        assertTrue(String.valueOf(problem.getMessage()).contains("trusted-rules.txt:3: Expected a SHA-256"));
    }

    private Problem untrusted() {
        return assertThrows(Problem.class, () -> new DroolsRuleBook(rules, RuleTrust.of(state)));
    }

    private static String line(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file)) + "  " + file.getFileName();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
