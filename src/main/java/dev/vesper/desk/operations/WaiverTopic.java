package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.waiver.WaiveRules;
import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Waivers of the rules, for one caller: rehearsals and real days go by the same, so a name alone is no name for them. */
record WaiverTopic(Guard guard, Supplier<WaiveRules> waivers) implements RuleWaivers {
    private String checker(String what) {
        return guard.named(Permission.CHECK_RULES, what, () -> false);
    }

    @Override
    public List<WaiverRecord> all() {
        return waivers.get().all();
    }

    @Override
    public List<String> waivable() {
        return waivers.get().waivable();
    }

    @Override
    public WaiverRecord show(String waiver) {
        return waivers.get().find(waiver);
    }

    @Override
    public WaiverRecord ask(
            String rule, String account, String subject, BigDecimal upTo, LocalDate until, String reason) {
        String by = checker("ask for a waiver");
        return waivers.get().ask(new WaiverTerms(rule, account, subject, upTo, until), by, Bounds.line(reason));
    }

    @Override
    public WaiverRecord approve(String waiver, String reason) {
        return waivers.get().agree(waiver, checker("agree to a waiver"), Bounds.line(reason));
    }

    @Override
    public WaiverRecord reject(String waiver, String reason) {
        return waivers.get().refuse(waiver, checker("refuse a waiver"), Bounds.line(reason));
    }

    @Override
    public WaiverRecord revoke(String waiver, String reason) {
        return waivers.get().revoke(waiver, checker("revoke a waiver"), Bounds.line(reason));
    }
}
