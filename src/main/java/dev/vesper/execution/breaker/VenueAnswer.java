package dev.vesper.execution.breaker;

/**
 * What a venue answered to one child order.
 *
 * @param slice in which it was sent, counted from 0
 * @param rejected whether the venue refused it; false where it took it, filled or not
 * @param reason why, in the venue's words; empty where it took it
 */
public record VenueAnswer(String venue, int slice, boolean rejected, String reason) {}
