package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Kind;
import dev.vesper.basics.Parameter;
import dev.vesper.portfolio.weighting.TwoAssets;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.portfolio.weighting.WeightingMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class WeightsCommandTest {
    @TempDir
    Path folder;

    private Path prices = Path.of("");

    @BeforeEach
    void aPriceFile() throws IOException {
        prices = Files.writeString(folder.resolve("prices.csv"), TwoAssets.csv());
    }

    private CommandAnswer ask(String options) {
        return CommandAnswer.of(new WeightsCommand(), ("--prices " + prices + " " + options).strip());
    }

    @Test
    void aMethodAndItsParameterAreChosen() {
        CommandAnswer answer = ask("--method minimum-variance --set shrinkage=1 --format csv");
        assertEquals(0, answer.code(), answer.err());
        assertEquals("symbol,weight", answer.out().lines().findFirst().orElseThrow());
        assertEquals(0.8, answer.weight("CALM"), 1e-10);
        assertEquals(0.2, answer.weight("WILD"), 1e-10);
        // 0.01 * sqrt(0.96 * 160/159 * 252): the moments of TwoAssets; each asset's mean return is zero
        assertEquals(
                "minimum-variance over 160 returns: volatility 15.60 %, past return 0.00 % a year",
                answer.err().strip().replace("-0.00", "0.00"));
    }

    @Test
    void withoutOneItIsHierarchicalRiskParity() {
        CommandAnswer answer = ask("");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().startsWith("hrp over 160 returns"), answer.err());
    }

    @Test
    void theLookBackSeesOnlyTheLastRows() {
        CommandAnswer answer = ask("--lookback 100");
        assertTrue(answer.err().startsWith("hrp over 99 returns"), answer.err());
    }

    @Test
    void whatIsLeftOutIsTold() {
        CommandAnswer answer = ask("--lookback 20 --format csv");
        assertEquals(0, answer.code());
        assertEquals("symbol,weight", answer.out().strip());
        assertTrue(
                answer.err().contains("  ! CALM left out: Expected at least 60 daily returns, but there are 19"),
                answer.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--method hpr | Expected a weighting method (hrp, equal-weight, minimum-variance), but got \"hpr\"; maybe \"hrp\" is meant",
                "--method minimum-variance --set shrinkge=1 | --set shrinkge=1: Expected a parameter of minimum-variance (shrinkage), but got \"shrinkge\"; maybe \"shrinkage\" is meant",
                "--method minimum-variance --set shrinkage=2 | --set shrinkage=2: Expected shrinkage to be a number from 0 to 1, but got \"2\"",
                "--method minimum-variance --set shrinkage | Expected NAME=VALUE behind --set, but got \"shrinkage\"",
                "--method minimum-variance --set shrinkage=0.1 --set shrinkage=0.2 | --set shrinkage=0.2: Expected shrinkage once, but it is given twice",
                "--set shrinkage=1 | --set shrinkage=1: Expected no parameter, since hrp has none, but got \"shrinkage\"",
                "--lookback -1 | Expected a look-back of 0 or more days, but got -1",
            })
    void whatDoesNotFitIsRefusedWithTheNearestName(String options, String message) {
        CommandAnswer answer = ask(options);
        assertEquals(message, answer.err().strip());
        assertEquals(2, answer.code());
        assertEquals("", answer.out());
    }

    /** Asked as {@code ./vesper portfolio weights --help} is: below its parent. */
    @Test
    void theHelpListsTheMethodsAndTheirParameters() {
        String help = new CommandLine(new VesperCommand(Path.of("var")))
                .addSubcommand(new PortfolioCommand())
                .getSubcommands()
                .get("portfolio")
                .getSubcommands()
                .get("weights")
                .setUsageHelpWidth(200)
                .getUsageMessage(CommandLine.Help.Ansi.OFF);
        for (Kind<? extends WeightingMethod> kind : WeightingMethods.ALL) {
            assertTrue(help.contains("  " + kind.word() + ": " + kind.sentence() + "."), help);
            for (Parameter<?> parameter : kind.parameters()) {
                assertTrue(help.contains("--set " + parameter.word() + "=" + parameter.standardText()), help);
            }
        }
        assertTrue(help.contains("a number from 0 to 1."), help);
    }
}
