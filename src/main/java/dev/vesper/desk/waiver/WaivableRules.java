package dev.vesper.desk.waiver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rules that judge now, as far as waivers ask. */
public interface WaivableRules {
    /**
     * One rule.
     *
     * @param waivable whether the rules themselves say that it may be waived
     * @param limit whether it limits a number; a compliance rule lets pass or does not
     * @param highest the highest limit that its measure allows; empty where it knows none
     */
    record Rule(String name, boolean waivable, boolean limit, Optional<BigDecimal> highest) {}

    /** All of them. */
    List<Rule> all();
}
