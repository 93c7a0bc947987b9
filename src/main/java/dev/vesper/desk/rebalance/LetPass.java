package dev.vesper.desk.rebalance;

import dev.vesper.basics.Problem;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.ComplianceBounds;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.orders.ParentOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan that the rules let pass as it is, where there is one. What was judged shows what could not be asked before, such as
 * what others of the household trade on this day: then the account is planned once more within that. After three plans the
 * rules cut the last one.
 */
record LetPass(Planned planned, Judged judged) {
    private static final int PLANS = 3;

    static LetPass of(Planned first, Function<Planned, Judged> judge, AccountPlanner accounts) {
        LetPass now = new LetPass(first, judge.apply(first));
        for (int plan = 1; plan < PLANS && first.problem().isPresent(); plan++) {
            List<OrderBound> more = now.refused();
            if (more.isEmpty()) {
                break;
            }
            Planned other;
            try {
                other = accounts.again(now.planned, more);
            } catch (Problem unplanned) {
                break;
            }
            if (other.plan()
                    .proposal()
                    .trades()
                    .equals(now.planned.plan().proposal().trades())) {
                break;
            }
            now = new LetPass(other, judge.apply(other));
        }
        return now;
    }

    /** What was cut or denied, except for want of cash, which has no bound of its own. */
    private List<OrderBound> refused() {
        Map<String, ParentOrder> asked =
                judged.asked().stream().collect(Collectors.toMap(ParentOrder::id, Function.identity()));
        List<Verdict> acted = judged.left().verdicts().stream()
                .filter(verdict -> !verdict.rule().equals(CashLimit.RULE))
                .toList();
        return ComplianceBounds.bounds(asked, acted);
    }
}
