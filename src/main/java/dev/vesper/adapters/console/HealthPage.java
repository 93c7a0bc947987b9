package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.health.HealthFigure;
import dev.vesper.desk.health.PartHealth;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.operations.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How Vesper is: every part with what is wrong and since when, and the figures behind it. */
public final class HealthPage implements Page {
    private static final double MEGABYTE = 1_000_000;

    /**
     * What the template shows.
     *
     * @param status in a word
     * @param meaning of the word, in a sentence
     */
    public record Model(String status, Tone tone, String meaning, List<PartLine> parts, List<FigureLine> figures) {}

    /** One part. */
    public record PartLine(String part, String state, Tone tone, String said, String since) {
        static PartLine of(PartHealth part) {
            return new PartLine(
                    part.part(),
                    part.well() ? "well" : "not well",
                    part.well() ? Tone.GOOD : Tone.BAD,
                    part.said(),
                    Numbers.stamp(part.since()));
        }
    }

    /** One figure. */
    public record FigureLine(String name, String value) {
        static FigureLine of(HealthFigure figure) {
            return new FigureLine(
                    figure.name(),
                    switch (figure.unit()) {
                        case BYTES -> Numbers.count(Math.round(figure.value() / MEGABYTE)) + " MB";
                        case SECONDS -> Words.lasted(Duration.ofMillis(Math.round(figure.value() * 1_000)));
                        case COUNT -> Numbers.count(Math.round(figure.value()));
                    });
        }
    }

    @Override
    public String word() {
        return "health";
    }

    @Override
    public String title() {
        return "Health";
    }

    @Override
    public String help() {
        return "operations#watching-a-running-vesper";
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(operations.service().health());
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        ServiceHealth health = operations.service().health();
        return new Model(
                health.status().toLowerCase(Locale.ROOT),
                !health.ready() ? Tone.BAD : health.status().equals("up") ? Tone.GOOD : Tone.WARN,
                !health.ready()
                        ? "It cannot work days and answer people now."
                        : health.status().equals("up")
                                ? "All is well."
                                : "Somebody must look at what is not well; the rest goes on.",
                health.parts().stream().map(PartLine::of).toList(),
                health.figures().stream().map(FigureLine::of).toList());
    }
}
