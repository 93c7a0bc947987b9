package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run as the pages write it.
 *
 * @param firm the name of the firm's folder
 * @param folder the whole path of it
 * @param ended whether nothing more happens in it
 * @param supersedes the run whose day it replays; empty where it replays none
 * @param from the first stage that it works anew
 * @param supersededBy the run that replays its day; empty where none does
 */
public record RunLine(
        String id,
        String href,
        String date,
        String weekday,
        String state,
        Tone tone,
        boolean rehearsal,
        String opened,
        String firm,
        String folder,
        long seed,
        boolean ended,
        String supersedes,
        String from,
        String supersededBy) {
    public static RunLine of(RunRecord run) {
        return new RunLine(
                run.id().value(),
                href(run.id().value()),
                run.date().toString(),
                run.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                run.supersededBy() == null ? Words.word(run.status()) : "superseded",
                Words.tone(run.status()),
                run.rehearsal(),
                Numbers.stamp(run.openedAt()),
                lastPart(run.firm()),
                run.firm(),
                run.seed(),
                run.status().ended(),
                text(run.supersedes()),
                run.replayedFrom() == null ? "" : run.replayedFrom().word(),
                text(run.supersededBy()));
    }

    private static String text(@Nullable RunId other) {
        return other == null ? "" : other.value();
    }

    /** Where the run is whose day it replays. */
    public String supersedesHref() {
        return href(supersedes);
    }

    /** Where the run is that replays its day. */
    public String supersededByHref() {
        return href(supersededBy);
    }

    static String href(String run) {
        return PagePath.ROOT + "runs/" + run;
    }

    private static String lastPart(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
