package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Fields.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final Field ISSUER = new Field("Issuer", "Apple", Optional.of("Apple"));
    private static final Field SCORE = new Field("ESG score", "71", Optional.of(new BigDecimal("71")));
    private static final Field EMPTY = new Field("rating", "", Optional.empty());

    private final Fields fields = Fields.of(List.of(ISSUER, SCORE, EMPTY));

    @Test
    void aNameIsFoundWhateverItsSpelling() {
        assertEquals(Optional.of(new BigDecimal("71")), fields.value(" esg_SCORE "));
        assertEquals("71", fields.text("Esg-Score"));
        assertTrue(fields.has("ISSUER"));
        assertEquals("esg_score", Fields.key("ESG score"));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertEquals(Optional.empty(), fields.value("rating"));
        assertEquals(Optional.empty(), fields.value("country"));
        assertEquals("", fields.text("country"));
        assertTrue(fields.has("rating"));
        assertFalse(fields.has("country"));
        assertSame(Fields.NONE, Fields.of(List.of()));
    }

    @Test
    void theyAreOrderedByNameAndEqualByWhatTheySay() {
        assertEquals(List.of(SCORE, ISSUER, EMPTY), fields.all());
        assertEquals(fields, Fields.of(List.of(EMPTY, ISSUER, SCORE)));
        assertEquals(fields.hashCode(), Fields.of(List.of(EMPTY, ISSUER, SCORE)).hashCode());
        assertNotEquals(fields, Fields.of(List.of(ISSUER)));
        assertNotEquals(fields, "fields");
        assertEquals(fields.all().toString(), fields.toString());
    }
}
