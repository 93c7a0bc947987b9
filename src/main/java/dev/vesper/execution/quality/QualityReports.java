package dev.vesper.execution.quality;

import java.util.List;
import java.util.function.Function;

/** The families of reports, in the order of the document; a new one is one line. */
public final class QualityReports {
    /** The sign convention of all of them. */
    public static final String SIGNS = "positive is a cost to the account; quantities have no sign";

    private static final List<Function<Population, QualityReport>> ALL =
            List.of(Rule605::of, Rule606a::of, Rule606b3::of, Rts28::of, Rts27::of);

    private QualityReports() {}

    /** All reports of a population. */
    public static List<QualityReport> of(Population population) {
        return ALL.stream().map(family -> family.apply(population)).toList();
    }
}
