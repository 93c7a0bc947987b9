package dev.vesper.limits.measure;

import java.util.List;
import java.util.Optional;

/**
 * Two measures of which one is never above the other, whatever the book: a position is part of its sector, and a sector of all
 * positions, each over the account's value without sign.
 *
 * @param lower label of the one
 * @param upper label of the other
 * @param group what the other asks for and must be known: an instrument without a sector belongs to none
 */
public record NeverAbove(String lower, String upper, Optional<Fact<String>> group) {
    /** All pairs that are known. */
    public static final List<NeverAbove> ALL = List.of(
            new NeverAbove("position-weight", "sector-weight", Optional.of(CommonFacts.SECTOR)),
            new NeverAbove("position-weight", "asset-class-weight", Optional.of(CommonFacts.ASSET_CLASS)),
            new NeverAbove("position-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("issuer-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("sector-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("country-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("currency-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("asset-class-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("rating-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("list-weight", "gross-exposure", Optional.empty()),
            new NeverAbove("net-exposure", "gross-exposure", Optional.empty()));

    /** The pair of two measures; empty where nothing is known of them. */
    public static Optional<NeverAbove> of(Measure lower, Measure upper) {
        return ALL.stream()
                .filter(pair ->
                        pair.lower().equals(lower.label()) && pair.upper().equals(upper.label()))
                .findFirst();
    }
}
