package dev.vesper.desk.operations;

import java.time.Instant;
import java.util.List;

/**
 * Which rules judge, and whether the rules folder holds those.
 *
 * @param version the first 12 digits of the sum of all files
 * @param since when they came to
 * @param draft the change that made it so; empty for the folder as it stood when Vesper first looked
 * @param by who let it, or {@code vesper}
 * @param altered files on disk that are others, new or missing, in order; what cannot be read is a sentence
 */
public record RulesState(String version, Instant since, String draft, String by, List<String> altered) {
    public RulesState {
        altered = List.copyOf(altered);
    }
}
