package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.Verdict;

/**
 * What one rule said of one subject.
 *
 * @param row of the table that decided, counted from 1; 0 where no table did, or it is not known
 */
public record Word(Verdict verdict, int row) {}
