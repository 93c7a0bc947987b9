package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The published examples of FIPS 180, and the ways to feed one sum. */
class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void thePublishedExamplesComeOut() {
        assertEquals(ABC, Sha256.of("abc"));
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(""));
    }

    @Test
    void piecesGiveTheSumOfTheWhole() {
        byte[] buffer = "bcd".getBytes(StandardCharsets.UTF_8);
        assertEquals(ABC, new Sha256().add("a").add(buffer, 2).hex());
        assertEquals("ba7816bf8f01", Sha256.shortOf("abc".getBytes(StandardCharsets.UTF_8)));
    }
}
