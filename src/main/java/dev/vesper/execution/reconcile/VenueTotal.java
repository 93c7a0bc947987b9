package dev.vesper.execution.reconcile;

import java.math.BigDecimal;

/**
 * A venue's day on both sides.
 *
 * @param booked executions that were booked
 * @param told executions that the venue's file tells, each once
 * @param matched executions on which both agree in everything
 * @param bookedNotional quantity times price of all that were booked, in currency units
 * @param toldNotional the same of all that the venue tells
 * @param bookedFees in currency units
 * @param toldFees the same; of an execution whose fee the file does not tell what was booked
 */
public record VenueTotal(
        String venue,
        int booked,
        int told,
        int matched,
        BigDecimal bookedNotional,
        BigDecimal toldNotional,
        BigDecimal bookedFees,
        BigDecimal toldFees) {}
