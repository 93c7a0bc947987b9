package dev.vesper.adapters.api;

import dev.vesper.desk.waiver.WaiverRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Waivers of the rules, over HTTP. */
public final class WaiverResources {
    /** All of them. */
    public record All() {}

    /** Which one. */
    public record One(String waiver) {}

    /** What may pass, how much of it, until when, and why. */
    public record Ask(
            String rule,
            @Otherwise("") String account,
            @Otherwise("") String subject,
            @Otherwise("0") BigDecimal upTo,
            LocalDate until,
            String reason) {}

    /** Which one, and why. */
    public record Because(String waiver, @Otherwise("") String reason) {}

    public static final Resource<All, List<WaiverRecord>> LIST = Resource.get(
            "/api/v1/waivers",
            "Every waiver that was ever asked for, newest first.",
            All.class,
            Answers.list(WaiverRecord.class),
            (operations, _) -> operations.waivers().all());

    public static final Resource<All, List<String>> WAIVABLE = Resource.get(
            "/api/v1/waivers/rules",
            "The rules that may be waived now, by name.",
            All.class,
            Answers.list(String.class),
            (operations, _) -> operations.waivers().waivable());

    public static final Resource<One, WaiverRecord> SHOW = Resource.get(
            "/api/v1/waivers/{waiver}",
            "One waiver: what it lets pass, until when, and who asked, agreed and revoked.",
            One.class,
            Answers.one(WaiverRecord.class),
            (operations, q) -> operations.waivers().show(q.waiver()));

    public static final Resource<Ask, WaiverRecord> ASK = Resource.post(
            "/api/v1/waivers",
            "Asks that a breach may pass for an account or an instrument until a date; another person agrees.",
            Ask.class,
            Answers.one(WaiverRecord.class),
            (operations, q) ->
                    operations.waivers().ask(q.rule(), q.account(), q.subject(), q.upTo(), q.until(), q.reason()));

    public static final Resource<Because, WaiverRecord> APPROVE = Resource.post(
            "/api/v1/waivers/{waiver}/approve",
            "Agrees to a waiver, as another person than the one who asked; runs that begin from then on go by it.",
            Because.class,
            Answers.one(WaiverRecord.class),
            (operations, q) -> operations.waivers().approve(q.waiver(), q.reason()));

    public static final Resource<Because, WaiverRecord> REJECT = Resource.post(
            "/api/v1/waivers/{waiver}/reject",
            "Says no to a waiver.",
            Because.class,
            Answers.one(WaiverRecord.class),
            (operations, q) -> operations.waivers().reject(q.waiver(), q.reason()));

    public static final Resource<Because, WaiverRecord> REVOKE = Resource.post(
            "/api/v1/waivers/{waiver}/revoke",
            "Takes a waiver back, by one person: runs that begin from then on do not go by it.",
            Because.class,
            Answers.one(WaiverRecord.class),
            (operations, q) -> operations.waivers().revoke(q.waiver(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(LIST, WAIVABLE, SHOW, ASK, APPROVE, REJECT, REVOKE);

    private WaiverResources() {}
}
