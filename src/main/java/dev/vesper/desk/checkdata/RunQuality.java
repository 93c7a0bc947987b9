package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * How good the data of one run was when it came.
 *
 * @param date the business date
 * @param products by name
 */
public record RunQuality(
        RunId run, LocalDate date, Instant openedAt, boolean rehearsal, List<ProductQuality> products) {
    public RunQuality {
        products = List.copyOf(products);
    }

    /** How old a product's newest good row was at the business date, in days; empty where none was good. */
    public OptionalLong ageDays(ProductQuality product) {
        LocalDate last = product.lastDate();
        return last == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(last, date)));
    }
}
