package dev.vesper.books.reconcile;

import java.math.BigDecimal;

/** Numbers in one form, so that equal ones are equal objects. */
final class Figures {
    private Figures() {}

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
