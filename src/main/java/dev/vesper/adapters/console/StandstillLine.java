package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.repair.StandState;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.Tried;
import java.util.List;

/**
 * A run that stands still, as the pages write it.
 *
 * @param href its page
 * @param codeHref the paragraph about its kind of fault
 * @param technical line by line
 * @param tried newest first
 * @param acts what may be done, for this caller
 * @param moveHref where a moved token is asked for; empty where the run has ended
 * @param replayHref where a replay of the day is asked for; empty where the run has ended
 * @param outcome what came of the newest try; empty where nobody tried
 */
public record StandstillLine(
        RunLine run,
        String href,
        String state,
        Tone tone,
        String code,
        String codeHref,
        String stage,
        String since,
        String cause,
        List<String> technical,
        String cost,
        List<TriedLine> tried,
        List<ActLine> acts,
        String moveHref,
        String replayHref,
        String next,
        String outcome,
        Tone outcomeTone) {
    /** What somebody did, or wanted to do. */
    public record TriedLine(String at, String by, String act, String reason, String outcome, Tone tone) {
        static TriedLine of(Tried tried) {
            return new TriedLine(
                    Numbers.stamp(tried.at()),
                    tried.by(),
                    tried.act(),
                    tried.reason(),
                    tried.outcome(),
                    tone(tried.outcome()));
        }

        private static Tone tone(String outcome) {
            return switch (outcome) {
                case "mended" -> Tone.GOOD;
                case "failed again", "refused" -> Tone.BAD;
                case "waiting for proof" -> Tone.BUSY;
                default -> Tone.QUIET;
            };
        }
    }

    public static StandstillLine of(Standstill one, Caller caller) {
        return new StandstillLine(
                RunLine.of(one.run()),
                href(one.run().id().value()),
                one.state().words(),
                tone(one.state()),
                one.code().word(),
                IncidentsPage.href(one.code()),
                one.stage(),
                Numbers.stamp(one.since()),
                one.cause(),
                one.technical().lines().toList(),
                one.cost().words(),
                one.tried().reversed().stream().map(TriedLine::of).toList(),
                one.remedies().stream()
                        .map(remedy -> ActLine.of(remedy, one.run().id(), caller))
                        .toList(),
                one.run().status().ended() ? "" : MovePage.href(one.run().id().value()),
                one.run().status().ended() ? "" : ReplayPage.href(one.run().id().value()),
                one.next(),
                one.outcome(),
                TriedLine.tone(one.outcome()));
    }

    static String href(String run) {
        return PagePath.ROOT + "incidents/" + run;
    }

    private static Tone tone(StandState state) {
        return switch (state) {
            case STANDS_STILL -> Tone.BAD;
            case TRIED -> Tone.BUSY;
            case MENDED -> Tone.GOOD;
            case CLOSED -> Tone.QUIET;
        };
    }
}
