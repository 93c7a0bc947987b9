package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.vesper.basics.Problem;
import dev.vesper.data.Check;
import dev.vesper.data.DataContract;
import dev.vesper.data.NotChecked;
import dev.vesper.data.QualityRule;
import dev.vesper.data.Severity;
import dev.vesper.data.TableContract;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractReaderTest {
    static final Path PRICES = Path.of("products/prices/contract.odcs.yaml");

    private static TableContract prices() {
        return ContractReader.read(PRICES).table("prices").orElseThrow();
    }

    private static QualityRule rule(TableContract table, String id) {
        return table.rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " not in "
                        + table.rules().stream().map(QualityRule::id).toList()));
    }

    @Test
    void theContractOfPricesFollowsTheStandard() throws IOException {
        Path schema = SharedData.file("reference/contracts/odcs/odcs-json-schema-v3.1.0.json");
        var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(new JsonMapper().readTree(schema.toFile()));
        JsonNode contract = new YAMLMapper().readTree(PRICES.toFile());
        assertEquals(List.of(), List.copyOf(validator.validate(contract)));
        JsonNode broken = contract.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) broken.at("/schema/0/quality/0")).remove("mustBe");
        assertFalse(validator.validate(broken).isEmpty(), "the validator must see a rule without a threshold");
    }

    @Test
    void aPatternThatIsNoneIsRefusedWithItsLine() throws IOException {
        String text = Files.readString(PRICES).replace("[\\p{L}\\p{N}^]", "[\\p{LL}\\p{N}^]");
        long line = text.substring(0, text.indexOf("p{LL}")).lines().count();
        Problem wrong = assertThrows(Problem.class, () -> ContractReader.parse(text, "contract.odcs.yaml"));
        assertEquals(Problem.Kind.INPUT, wrong.kind());
        assertTrue(
                wrong.getMessage().startsWith("contract.odcs.yaml:" + line + ":")
                        && wrong.getMessage().contains("Expected a regular expression"),
                wrong.getMessage());
    }

    @Test
    void theProductNamesTheContract() throws IOException {
        JsonNode product = new YAMLMapper()
                .readTree(Path.of("products/prices/product.yaml").toFile());
        assertEquals(
                ContractReader.read(PRICES).id(),
                product.at("/outputPorts/0/contractId").asText());
        assertEquals(
                ContractReader.read(PRICES).version(),
                product.at("/outputPorts/0/version").asText());
    }

    @Test
    void everyRuleOfPricesIsChecked() {
        assertEquals(List.of(), prices().notChecked());
    }

    @Test
    void typesAndLimitsOfAPropertyBecomeRules() {
        TableContract prices = prices();
        assertEquals("close must be a number", rule(prices, "close-type").sentence());
        assertEquals("close must not be empty", rule(prices, "close-required").sentence());
        assertEquals(
                "close must be above 0 and at most 1000000000000",
                rule(prices, "close-range").sentence());
        assertEquals(
                "date must be a date written yyyy-MM-dd",
                rule(prices, "date-type").sentence());
        assertTrue(rule(prices, "close-range").quarantine());
        assertEquals(Severity.WARNING, rule(prices, "close-range").severity());
    }

    @Test
    void thresholdsAndSeveritiesComeFromTheFile() throws IOException {
        String text = Files.readString(PRICES);
        TableContract changed = ContractReader.parse(
                        text.replace("above: 0.5 ", "above: 0.25 ")
                                .replace("mustBeLessOrEqualTo: 1\n", "mustBeLessOrEqualTo: 2.5\n")
                                .replace("quarantine: false", "quarantine: true"),
                        "changed.yaml")
                .table("prices")
                .orElseThrow();
        assertEquals(
                new Check.Jump("close", List.of("symbol"), "date", 0.25),
                rule(changed, "close-jump").check());
        assertTrue(rule(changed, "close-jump").quarantine());
        assertEquals(
                "at most 2.5 percent", rule(changed, "few-bad-rows").tolerance().phrase());
        assertEquals(Severity.ERROR, rule(changed, "few-bad-rows").severity());
        assertFalse(rule(prices(), "close-jump").quarantine());
    }

    @Test
    void aWrittenRuleTakesThePlaceOfTheOneFromThePrimaryKey() {
        long unique = prices().rules().stream()
                .filter(r -> r.check() instanceof Check.Unique)
                .count();
        assertEquals(1, unique);
        assertEquals(
                new Check.Unique(List.of("date", "symbol")),
                rule(prices(), "one-price-a-day").check());
    }

    @Test
    void theExamplesOfTheStandardLoadAndSayWhatIsNotChecked() throws IOException {
        Path folder = SharedData.file("reference/contracts/odcs");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> examples =
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
            assertEquals(8, examples.size());
            for (Path example : examples) {
                DataContract contract = ContractReader.read(example);
                assertFalse(contract.id().isEmpty(), example.toString());
            }
        }
        assertEquals(
                "column should not contain null values",
                rules(folder, "full-example.odcs.yaml", Check.NotNull.class).stream()
                        .filter(r -> r.id().equals("rcvr_cntry_code-nullValues"))
                        .findFirst()
                        .orElseThrow()
                        .sentence());
        assertEquals(
                new Check.OneOf("air_quality_status", List.of("", "null", "n/a"))
                        .values()
                        .size(),
                ((Check.OneOf) only(folder, "column-validity.odcs.yaml", Check.OneOf.class)
                                .check())
                        .values()
                        .size());
        assertEquals(
                "at most 5 percent",
                only(folder, "column-validity.odcs.yaml", Check.OneOf.class)
                        .tolerance()
                        .phrase());
        List<String> skipped = ContractReader.read(folder.resolve("all-data-types.odcs.yaml")).tables().stream()
                .flatMap(t -> t.notChecked().stream())
                .map(NotChecked::why)
                .toList();
        assertTrue(skipped.contains("a field of type timestamp"), skipped.toString());
        assertTrue(skipped.contains("a field of type object"), skipped.toString());
        assertTrue(skipped.contains("the option format of a number"), skipped.toString());
    }

    private static QualityRule only(Path folder, String file, Class<? extends Check> kind) {
        List<QualityRule> rules = rules(folder, file, kind);
        assertEquals(1, rules.size());
        return rules.getFirst();
    }

    private static List<QualityRule> rules(Path folder, String file, Class<? extends Check> kind) {
        return ContractReader.read(folder.resolve(file)).tables().stream()
                .flatMap(t -> t.rules().stream())
                .filter(r -> kind.isInstance(r.check()))
                .toList();
    }

    @Test
    void unknownRulesAreNamedNotDropped() {
        TableContract table =
                ContractReader.parse("""
                        kind: DataContract
                        schema:
                          - name: prices
                            properties:
                              - name: close
                                logicalType: number
                                logicalTypeOptions: { multipleOf: 5 }
                                quality:
                                  - { id: by-hand, type: text, description: somebody looks at it }
                                  - { id: by-sql, type: sql, query: select 1, mustBe: 1 }
                                  - { id: by-soda, type: custom, engine: soda, implementation: "checks" }
                                  - { id: by-magic, type: custom, engine: vesper, implementation: { rule: magic } }
                            quality:
                              - { id: by-metric, metric: freshness, mustBe: 1 }
                        """, "x.yaml").table("prices").orElseThrow();
        assertEquals(
                List.of("close-multipleOf", "by-hand", "by-sql", "by-soda", "by-magic", "by-metric"),
                table.notChecked().stream().map(NotChecked::rule).toList());
    }

    @Test
    void mistakesAreNamedWithTheirRule() {
        String text = "kind: DataContract\nschema:\n  - name: prices\n    quality:\n";
        Problem severity = assertThrows(
                Problem.class,
                () -> ContractReader.parse(
                        text + "      - { id: a, metric: rowCount, mustBe: 1, severity: fatal }\n", "c.yaml"));
        assertEquals(
                "c.yaml:5:57: Expected rule \"a\" to say severity: info, warning or error, but got \"fatal\"",
                severity.getMessage());
        Problem number = assertThrows(
                Problem.class,
                () -> ContractReader.parse(text + "      - { id: a, metric: rowCount, mustBe: many }\n", "c.yaml"));
        assertEquals(
                "c.yaml:5:44: Expected rule \"a\" to say mustBe: a number from 0 up, but got \"many\"",
                number.getMessage());
        Problem yaml =
                assertThrows(Problem.class, () -> ContractReader.parse("kind: [DataContract\nschema: 1", "c.yaml"));
        assertTrue(yaml.getMessage().startsWith("c.yaml:2:"), yaml.getMessage());
        assertThrows(Problem.class, () -> ContractReader.parse("kind: Other", "c.yaml"));
    }
}
