package dev.vesper.adapters.planner;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.rebalance.TaxRates;
import dev.vesper.rebalance.constraint.Level;
import dev.vesper.rebalance.constraint.PlanConstraint;
import dev.vesper.rebalance.constraint.Scoring;
import dev.vesper.rebalance.constraint.Scoring.Weighted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What solver.xml says about the score: a weight for each soft constraint ({@code cost} has {@code costWeight}, {@code
 * ticket-charge} has {@code ticketChargeWeight}) and the tax rates. What is absent has its default; what is unknown is
 * refused.
 */
record ScoreProperties(Scoring scoring, TaxRates taxRates) {
    static ScoreProperties read(Path file, Registry<PlanConstraint> constraints, Map<String, String> properties) {
        var reader = new Reader(Place.of(TextFile.nameOf(file)), properties);
        List<Weighted> weighted = new ArrayList<>();
        for (PlanConstraint constraint : constraints) {
            weighted.add(new Weighted(
                    constraint,
                    constraint.level() == Level.HARD
                            ? constraint.weight()
                            : reader.number(weightName(constraint), constraint.weight())));
        }
        var rates = new TaxRates(
                reader.number("shortTermTaxBps", TaxRates.STANDARD.shortTermBps()),
                reader.number("longTermTaxBps", TaxRates.STANDARD.longTermBps()));
        reader.refuseTheRest();
        return new ScoreProperties(new Scoring(weighted), rates);
    }

    private static String weightName(PlanConstraint constraint) {
        var name = new StringBuilder();
        for (String part : constraint.word().split("-", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.append("Weight").toString();
    }

    /** Notes which names were asked for. */
    private static final class Reader {
        private final Place place;
        private final Map<String, String> properties;
        private final List<String> known = new ArrayList<>();

        Reader(Place place, Map<String, String> properties) {
            this.place = place;
            this.properties = properties;
        }

        int number(String name, int otherwise) {
            known.add(name);
            String text = properties.get(name);
            if (text == null) {
                return otherwise;
            }
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw Problem.input(
                        place, "Expected a whole number for the planner's " + name + ", but got \"" + text + "\"");
            }
        }

        void refuseTheRest() {
            var unknown = new TreeSet<>(properties.keySet());
            known.forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw Problem.input(
                        place,
                        "Expected the planner's score settings " + String.join(", ", known) + ", but also got "
                                + unknown + "; maybe a spelling mistake");
            }
        }
    }
}
