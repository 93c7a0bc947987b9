package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.waiver.WaiverRecord;
import dev.vesper.desk.waiver.WaiverStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One waiver as the pages write it.
 *
 * @param account one, or {@code every account}
 * @param subject an instrument or a group, or {@code all of it}
 * @param upTo how much may be used, or {@code whatever its size}
 * @param left how long it holds yet, or empty where it does not
 * @param asked who asked, and why
 * @param answered who answered, and why; empty where nobody did
 * @param revoked who took it back, and why; empty where nobody did
 * @param href where its forms go; {@code /approve}, {@code /reject} and {@code /revoke} follow
 * @param waits whether it waits for an answer
 * @param stands whether it can be revoked
 */
public record WaiverLine(
        String id,
        String rule,
        String account,
        String subject,
        String upTo,
        String until,
        String left,
        String state,
        Tone tone,
        String asked,
        String askedAt,
        String answered,
        String answeredAt,
        String revoked,
        String revokedAt,
        String href,
        boolean waits,
        boolean stands) {
    public static WaiverLine of(WaiverRecord one) {
        boolean waits = one.status() == WaiverStatus.ASKED;
        boolean stands = waits || one.status() == WaiverStatus.IN_FORCE;
        return new WaiverLine(
                one.id(),
                one.rule(),
                one.account().isEmpty() ? "every account" : one.account(),
                one.subject().isEmpty() ? "all of it" : one.subject(),
                one.upTo() == null ? "whatever its size" : Numbers.exact(one.upTo()),
                one.until().toString(),
                stands ? left(one.daysLeft()) : "",
                one.status().word(),
                tone(one.status()),
                who(one.askedBy(), one.reason()),
                Numbers.stamp(one.askedAt()),
                who(one.answeredBy(), one.answerReason()),
                stamp(one.answeredAt()),
                who(one.revokedBy(), one.revokedReason()),
                stamp(one.revokedAt()),
                PagePath.ROOT + WaiversPage.WORD + "/" + PercentText.encoded(one.id()),
                waits,
                stands);
    }

    private static String left(long days) {
        return days == 0 ? "its last day" : Counted.of(days, "day") + " left";
    }

    private static Tone tone(WaiverStatus status) {
        return switch (status) {
            case ASKED -> Tone.BUSY;
            case IN_FORCE -> Tone.GOOD;
            case EXPIRED, REFUSED, REVOKED -> Tone.QUIET;
        };
    }

    private static String who(@Nullable String by, String reason) {
        if (by == null) {
            return "";
        }
        return reason.isEmpty() ? by : by + ": " + reason;
    }

    private static String stamp(@Nullable Instant at) {
        return at == null ? "" : Numbers.stamp(at);
    }
}
