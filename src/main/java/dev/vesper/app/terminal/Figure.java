package dev.vesper.app.terminal;

import dev.vesper.basics.Numbers;
import java.math.BigDecimal;

/**
 * A number in a {@link Table} that people read rounded and programs read whole.
 *
 * @param exact every digit, for JSON and CSV
 * @param shown in the table
 */
public record Figure(BigDecimal exact, String shown) {
    /** Money, to the cent. */
    public static Figure amount(BigDecimal exact) {
        return new Figure(exact, Numbers.amount(exact));
    }

    /** A price or a unit cost, with two decimals or more. */
    public static Figure price(BigDecimal exact) {
        return new Figure(exact, Numbers.price(exact));
    }
}
