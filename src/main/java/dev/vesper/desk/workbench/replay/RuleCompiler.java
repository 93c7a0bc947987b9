package dev.vesper.desk.workbench.replay;

import dev.vesper.desk.run.FileSet;

/** Makes rules of files that lie on no disk. */
@FunctionalInterface
public interface RuleCompiler {
    /**
     * Compiles rule files.
     *
     * @param files by their path below the rules folder
     * @throws dev.vesper.basics.Problem of kind INPUT where one does not hold, REFUSED where it is code that nobody trusts
     */
    CandidateRules compile(FileSet files);
}
