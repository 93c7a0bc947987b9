package dev.vesper.limits.judging;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import java.util.List;

/** What may not be done at all, whatever its size, for example buying what is on the restricted list. */
public interface ComplianceCheck {
    /**
     * One verdict for each order that breaks a rule, and a pass on the account for each rule that no order breaks.
     *
     * @return a list of the caller's own
     */
    List<Verdict> judge(AccountBook book);
}
