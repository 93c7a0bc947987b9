package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who: names as people write them are taken, names made to be mistaken are not. */
class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "Anna Müller",
                "Seán O'Brien",
                "Seán O’Brien",
                "Jean-Luc",
                "J. R. R. Tolkien",
                "FIRM\\anna",
                "anna@firm.example",
                "trader_7",
                "Анна Каренина",
                "Ελένη",
                "田中 太郎",
                "たなか",
                "Tanaka 田中",
                "김민수",
                "נועה",
                "محمد",
                "अनिता",
                "ณัฐ",
                "Nguyễn Thị Minh",
                "Łukasz",
                "Øyvind",
                "İpek",
                "Ａｎｎａ"
            })
    void namesAsPeopleWriteThem(String name) {
        assertEquals(java.util.Optional.empty(), PersonName.refusal(name));
        assertEquals(PersonName.shown(name), PersonName.of(name));
        assertTrue(PersonName.same(name, "  " + name + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u3000",
                "\t\n",
                "\u200b",
                "\u2800",
                "\uFE0F",
                "...",
                "--",
                "\u00ad",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\uDB40\uDD00",
                "\u0301"
            })
    void nobodyIsNamed(String nobody) {
        assertEquals("name-missing", refusal(nobody).code());
        assertThrows(Problem.class, () -> PersonName.of(nobody));
    }

    @ParameterizedTest
    @CsvSource({
        "alice\u2800, U+2800",
        "alice\u3164, U+3164",
        "alice\u115F, U+115F",
        "alice\uFFA0, U+FFA0",
        "alice\uFE0F, U+FE0F",
        "alice\uDB40\uDD00, U+E0100",
        "alice\uDB40\uDC41, U+E0041",
        "al\u200bice, U+200B",
        "al\u200dice, U+200D",
        "alice\u00ad, U+00AD",
        "alice\u034f, U+034F",
        "alice\u180e, U+180E",
        "\u202Ealice, U+202E",
        "alice\uE000, U+E000",
        "alice\uDBFF\uDFFD, U+10FFFD",
        "alice\u0378, U+0378",
        "alice\uFFFE, U+FFFE",
        "alice\uD800, U+D800",
        "al\u001b[2Jice, U+001B",
        "ali\u0007ce, U+0007",
        "alice\u2028bob, U+2028",
        "alice\uD834\uDD59, U+1D159",
        "alice\uD81B\uDFE4, U+16FE4",
        "alice☺, U+263A",
        "alice\u20dd, U+20DD"
    })
    void whatIsNotSeenOrStandsForNothingIsRefusedByName(String name, String character) {
        Refusal refused = refusal(name);
        assertEquals("name-unclear", refused.code());
        assertTrue(refused.message().contains(character + " ("), refused::message);
        assertTrue(refused.message().chars().noneMatch(c -> c < ' ' || c == 0x202E), refused::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Аlice", "аlice", "аliсе", "bоb", "аnna", "αlice", "Anna Мюллер", "Ꭺlice", "1੨3"})
    void mixedAlphabetsAreRefused(String name) {
        assertEquals("name-unclear", refusal(name).code());
    }

    @ParameterizedTest
    @CsvSource({
        "alice, ALICE",
        "Strasser, Straßer",
        "Al, AI",
        "Al, A1",
        "paypal, paypaI",
        "bob, b0b, ",
        "Aca, Аса",
        "aca, АСА",
        "BOB, вов",
        "Arnold, Amold",
        "O'Brien, O’Brien",
        "Σίσυφος, σίσυφοσ",
        "ıpek, ipek",
        "Müller, mu\u0308ller",
        "Ａｎｎａ, anna"
    })
    void oneLooksLikeTheOther(String one, String other) {
        assertTrue(PersonName.same(one, other));
        assertTrue(PersonName.same(other, one));
    }

    @ParameterizedTest
    @CsvSource({"anna, anne", "Muller, Müller", "trader1, trader2", "Ann Lee, Annlee", "田中, 田仲", "Анна, Инна"})
    void likeNamesOfDifferentPeople(String one, String other) {
        assertFalse(PersonName.same(one, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vesper", "Vesper", " VESPER ", "ｖesper"})
    void nobodyIsCalledLikeTheProgram(String name) {
        assertTrue(refusal(name).message().contains("the program itself"));
    }

    @Test
    void aNameHasAnEnd() {
        assertTrue(PersonName.refusal("a".repeat(100)).isEmpty());
        assertTrue(refusal("a".repeat(101)).message().contains("101 characters"));
    }

    private static Refusal refusal(String name) {
        return PersonName.refusal(name).orElseThrow();
    }
}
