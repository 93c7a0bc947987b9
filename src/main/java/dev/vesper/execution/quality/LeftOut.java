package dev.vesper.execution.quality;

/**
 * What is not among the figures.
 *
 * @param what for example {@code rehearsals}
 * @param orders how many orders
 * @param fills how many fills
 * @param reason a sentence's end
 */
public record LeftOut(String what, long orders, long fills, String reason) {}
