package dev.vesper.execution.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report.
 *
 * @param id no other row of any report has it, for example {@code 605-12}; orders and fills name it
 * @param values one a column: text, a whole number or a decimal; null where it is not recorded
 * @param orders what is counted, with its fills
 */
public record QualityRow(String id, List<@Nullable Object> values, List<SentOrder> orders) {}
