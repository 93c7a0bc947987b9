package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.basics.Kind;
import dev.vesper.basics.Registry;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.TwoAssets;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.portfolio.weighting.WeightingMethods;
import dev.vesper.portfolio.weighting.WeightingProblem;
import dev.vesper.portfolio.weighting.Weights;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The method of the page, compiled as it stands there and listed: it weighs, a firm names it, the command knows it. */
class HowToAddAWeightingMethodTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-weighting-method.md");
    private static final String NAME = "dev.vesper.portfolio.weighting.InverseVolatility";

    @TempDir
    Path folder;

    private Registry<Kind<? extends WeightingMethod>> methods = WeightingMethods.ALL;

    @BeforeEach
    @SuppressWarnings("unchecked") // the page declares it so
    void listTheMethodOfThePage() throws ReflectiveOperationException, IOException {
        Class<?> type = InMemory.compile(NAME, PAGE.block("java"), WeightingMethod.class);
        Object kind = Objects.requireNonNull(type.getField("KIND").get(null));
        methods = WeightingMethods.of(
                Stream.concat(WeightingMethods.ALL.all().stream(), Stream.of((Kind<? extends WeightingMethod>) kind))
                        .toList());
        Files.writeString(folder.resolve("prices.csv"), TwoAssets.csv());
    }

    /** Its volatilities are 1 % and 2 %: as 2 to 1. */
    @Test
    void itWeighs() {
        WeightingMethod method = methods.get("inverse-volatility").standard();
        Weights weights = method.weigh(new WeightingProblem(TwoAssets.prices(), 0, List.of()));
        assertEquals("inverse-volatility", weights.method());
        assertEquals(2.0 / 3, weights.weights().get("CALM"), 1e-10);
        assertEquals(1.0 / 3, weights.weights().get("WILD"), 1e-10);
    }

    /** To the power of 2: as 4 to 1. */
    @Test
    void aFirmNamesIt() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), PAGE.block("yaml"));
        Files.writeString(folder.resolve("accounts.csv"), "account,name,currency,cash,strategy\nA,A,USD,1,core\n");
        Files.writeString(folder.resolve("positions.csv"), "account,symbol,quantity,cost,acquired\n");
        StrategySettings core = Objects.requireNonNull(
                new FirmFolder(methods).read(folder).settings().strategies().get("core"));
        assertEquals(0.8, core.weigh(TwoAssets.prices()).weights().get("CALM"), 1e-10);
    }

    /** To the power of one half: as the square root of 2 to 1. */
    @Test
    void theCommandLineKnowsIt() {
        String line = PAGE.block("text").strip();
        assertTrue(line.startsWith("portfolio weights "), line);
        String words = line.substring("portfolio weights ".length())
                .replace("prices.csv", folder.resolve("prices.csv").toString());
        CommandAnswer answer = CommandAnswer.of(new WeightsCommand(methods), words + " --format csv");
        assertEquals(0, answer.code(), answer.err());
        assertEquals(Math.sqrt(2) / (1 + Math.sqrt(2)), answer.weight("CALM"), 1e-10);
        CommandAnswer wrong = CommandAnswer.of(new WeightsCommand(methods), words.replace("power=", "powr="));
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("but got \"powr\"; maybe \"power\" is meant"), wrong.err());
        String help = new CommandLine(new WeightsCommand(methods)).getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertTrue(help.contains("inverse-volatility: the less an asset moves"), help);
    }
}
