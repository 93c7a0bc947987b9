package dev.vesper.desk.workbench;

import java.time.LocalDate;

/**
 * Something of the rules that holds until a day.
 *
 * @param file below the rules folder
 * @param what for people: {@code row 2}, or {@code IBM} of a list
 * @param until the last business date on which it holds
 */
public record RowEnd(String file, String what, LocalDate until) {}
