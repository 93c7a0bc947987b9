package dev.vesper.desk.workbench;

/**
 * One thing that is another in a second version of the rules.
 *
 * @param file below the rules folder
 * @param row of the table in the second version, or in the first where it is gone there; counted from 1, and 0 where it is
 *     about the whole file
 * @param column as the table's header calls it; empty where it is about a whole row or file
 * @param before empty where it is new
 * @param after empty where it is gone
 */
public record RuleDifference(String file, int row, String column, String before, String after) {}
