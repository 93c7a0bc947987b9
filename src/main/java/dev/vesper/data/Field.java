package dev.vesper.data;

/**
 * One column of a data product.
 *
 * @param format of dates, as in {@code yyyy-MM-dd}; empty for other types
 */
public record Field(String name, FieldType type, String format) {}
