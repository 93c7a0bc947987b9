package dev.vesper.desk.operations;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.replay.RuleReplays;
import java.util.function.Supplier;

/**
 * What is asked about rules.
 *
 * @param rules the files that judge the next run
 */
public record RuleParts(Supplier<FileSet> rules, RuleReplays replays) {}
