package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.WaiverResources;
import dev.vesper.desk.operations.RuleWaivers;
import dev.vesper.desk.waiver.WaiverRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The waivers of a Vesper that runs elsewhere. */
record WaiversClient(Transport http) implements RuleWaivers {
    @Override
    public List<WaiverRecord> all() {
        return http.send(WaiverResources.LIST, new WaiverResources.All());
    }

    @Override
    public List<String> waivable() {
        return http.send(WaiverResources.WAIVABLE, new WaiverResources.All());
    }

    @Override
    public WaiverRecord show(String waiver) {
        return http.send(WaiverResources.SHOW, new WaiverResources.One(waiver));
    }

    @Override
    public WaiverRecord ask(
            String rule, String account, String subject, BigDecimal upTo, LocalDate until, String reason) {
        return http.send(WaiverResources.ASK, new WaiverResources.Ask(rule, account, subject, upTo, until, reason));
    }

    @Override
    public WaiverRecord approve(String waiver, String reason) {
        return http.send(WaiverResources.APPROVE, new WaiverResources.Because(waiver, reason));
    }

    @Override
    public WaiverRecord reject(String waiver, String reason) {
        return http.send(WaiverResources.REJECT, new WaiverResources.Because(waiver, reason));
    }

    @Override
    public WaiverRecord revoke(String waiver, String reason) {
        return http.send(WaiverResources.REVOKE, new WaiverResources.Because(waiver, reason));
    }
}
