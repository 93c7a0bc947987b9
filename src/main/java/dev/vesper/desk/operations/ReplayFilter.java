package dev.vesper.desk.operations;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.Difference;
import java.util.Arrays;
import java.util.List;

/**
 * Which differences of a replay are meant; what is empty holds of all.
 *
 * @param kind for example {@code newly-denied}
 * @param rule for example {@code position-weight}
 */
public record ReplayFilter(String kind, String rule, String account, String strategy, String sector) {
    /** All of them. */
    public static final ReplayFilter ALL = new ReplayFilter("", "", "", "", "");

    /** @throws Problem of kind INPUT where the kind is none */
    void require() {
        List<String> kinds =
                Arrays.stream(ChangeKind.values()).map(ChangeKind::word).toList();
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            throw Problem.usage("Expected kind to be one of " + String.join(", ", kinds) + ", but got \""
                    + Problem.shortened(kind) + "\"" + NearestName.hint(kind, kinds));
        }
    }

    boolean takes(Difference one) {
        return is(kind, one.kind().word())
                && is(rule, one.rule())
                && is(account, one.account())
                && is(strategy, one.strategy())
                && is(sector, one.sector());
    }

    private static boolean is(String asked, String said) {
        return asked.isEmpty() || asked.equals(said);
    }
}
