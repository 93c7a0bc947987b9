package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.run.RunRecord;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One run as the pages write it.
 *
 * @param firm the name of the firm's folder
 * @param folder the whole path of it
 * @param ended whether nothing more happens in it
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
        boolean ended) {
    public static RunLine of(RunRecord run) {
        return new RunLine(
                run.id().value(),
                href(run.id().value()),
                run.date().toString(),
                run.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                Words.word(run.status()),
                Words.tone(run.status()),
                run.rehearsal(),
                Numbers.stamp(run.openedAt()),
                lastPart(run.firm()),
                run.firm(),
                run.seed(),
                run.status().ended());
    }

    static String href(String run) {
        return PagePath.ROOT + "runs/" + run;
    }

    private static String lastPart(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
