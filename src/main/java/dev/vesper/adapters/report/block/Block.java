package dev.vesper.adapters.report.block;

/** One piece of a section on the page. The template report.html has a fragment for each kind, and a test says so. */
public sealed interface Block permits Sentence, Heading, Figures, Grid, Chart, Beside, Kept {
    /** The name of the fragment that draws it. */
    default String kind() {
        return switch (this) {
            case Sentence _ -> "sentence";
            case Heading _ -> "heading";
            case Figures _ -> "figures";
            case Grid<?> _ -> "grid";
            case Chart _ -> "chart";
            case Beside _ -> "beside";
            case Kept _ -> "kept";
        };
    }
}
