package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up tea stands for every method, measure or command that is a kind with parameters. */
class KindTest {
    private enum Leaf {
        GREEN,
        FIRST_FLUSH
    }

    private record Tea(double milk, long minutes, Leaf leaf) {}

    private static final Parameter<Double> MILK = Parameter.number("milk", 0.1, 0, 0.5, "", "share of milk in the cup");
    private static final Parameter<Long> MINUTES = Parameter.whole("minutes", 4, 1, 15, "minutes", "how long it draws");
    private static final Parameter<Leaf> LEAF = Parameter.oneOf("leaf", Leaf.GREEN, "what is in the pot");
    private static final Kind<Tea> TEA = new Kind<>(
            "tea",
            "leaves in hot water",
            List.of(MILK, MINUTES, LEAF),
            a -> new Tea(a.get(MILK), a.get(MINUTES), a.get(LEAF)));

    @Test
    void whatIsNotGivenHasItsStandard() {
        assertEquals(new Tea(0.1, 4, Leaf.GREEN), TEA.standard());
        assertEquals(new Tea(0.1, 3, Leaf.FIRST_FLUSH), TEA.make(given("minutes=3", "leaf=first-flush")));
        assertEquals(new Tea(0, 15, Leaf.GREEN), TEA.make(given("milk=0", "minutes=15")), "bounds are allowed");
        assertEquals(0.25, TEA.make(given("milk = 2.5e-1")).milk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            milk=0.6     | --set milk=0.6: Expected milk to be a number from 0 to 0.5, but got "0.6"
            milk=-0.1    | --set milk=-0.1: Expected milk to be a number from 0 to 0.5, but got "-0.1"
            milk=much    | --set milk=much: Expected milk to be a number from 0 to 0.5, but got "much"
            milk=NaN     | --set milk=NaN: Expected milk to be a number from 0 to 0.5, but got "NaN"
            milk=1e999999999 | --set milk=1e999999999: Expected milk to be a number from 0 to 0.5, but got "1e999999999"
            minutes=0    | --set minutes=0: Expected minutes to be a whole number from 1 to 15 minutes, but got "0"
            minutes=16   | --set minutes=16: Expected minutes to be a whole number from 1 to 15 minutes, but got "16"
            minutes=2.5  | --set minutes=2.5: Expected minutes to be a whole number from 1 to 15 minutes, but got "2.5"
            leaf=gren    | --set leaf=gren: Expected leaf to be one of green, first-flush, but got "gren"; maybe "green" is meant
            leaf=GREEN   | --set leaf=GREEN: Expected leaf to be one of green, first-flush, but got "GREEN"; maybe "green" is meant
            leef=green   | --set leef=green: Expected a parameter of tea (milk, minutes, leaf), but got "leef"; maybe "leaf" is meant
            sugar=2      | --set sugar=2: Expected a parameter of tea (milk, minutes, leaf), but got "sugar"
            green        | Expected NAME=VALUE behind --set, but got "green"
            =green       | Expected NAME=VALUE behind --set, but got "=green"
            leaf=        | Expected NAME=VALUE behind --set, but got "leaf="
            """)
    void aMistakeIsNamedWithWhatWouldDo(String text, String message) {
        Problem problem = assertThrows(Problem.class, () -> TEA.make(given(text)));
        assertEquals(message, problem.getMessage());
        assertEquals(2, problem.kind().exitCode());
    }

    @Test
    void aParameterIsGivenOnce() {
        Problem twice = assertThrows(Problem.class, () -> TEA.make(given("milk=0.1", "milk=0.2")));
        assertEquals("--set milk=0.2: Expected milk once, but it is given twice", twice.getMessage());
    }

    @Test
    void aKindWithoutParametersSaysSo() {
        Kind<String> water = new Kind<>("water", "nothing in it", List.of(), a -> "water");
        Problem problem = assertThrows(Problem.class, () -> water.make(given("milk=0.1")));
        assertEquals(
                "--set milk=0.1: Expected no parameter, since water has none, but got \"milk\"", problem.getMessage());
        assertEquals("water", water.toString());
    }

    @Test
    void theMistakesOfAnEngineerAreFoundWhenTheClassIsLoaded() {
        assertThrows(IllegalArgumentException.class, () -> Parameter.number("milk", 0.6, 0, 0.5, "", "too much"));
        assertThrows(
                IllegalArgumentException.class, () -> new Kind<>("tea", "twice milk", List.of(MILK, MILK), a -> "tea"));
        Kind<Double> forgotten = new Kind<>("tea", "milk is not listed", List.of(LEAF), a -> a.get(MILK));
        IllegalArgumentException unlisted = assertThrows(IllegalArgumentException.class, forgotten::standard);
        assertTrue(unlisted.getMessage().contains("\"milk\""), unlisted.getMessage());
    }

    @Test
    void aParameterSaysWhatItIs() {
        assertEquals("a whole number from 1 to 15 minutes", MINUTES.expected());
        assertEquals("0.1", MILK.standardText());
        assertEquals("a number from 0 to 0.5", MILK.expected());
        assertEquals("green", LEAF.standardText());
        assertEquals("4", MINUTES.standardText());
        assertEquals("a number from 0.001 to 1000000", Parser.number(1e-3, 1e6).expected());
        assertTrue(Parser.number(0, 1).read("0." + "1".repeat(39)).isEmpty(), "nobody means 41 characters");
        assertTrue(Parser.number(0, 1).read("0." + "1".repeat(38)).isPresent());
    }

    private static List<Given> given(String... texts) {
        return Arrays.stream(texts).map(text -> Given.option("--set", text)).toList();
    }
}
