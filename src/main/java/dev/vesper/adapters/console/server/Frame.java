package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Page;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.help.Manual;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Registry;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.Caller;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page. Public because the template's expressions reach it by reflection.
 *
 * @param title of the window
 * @param links the pages this caller is shown; none for somebody who is not in
 * @param help where the documentation tells of the page, or of the console
 * @param who the caller's name, or empty
 * @param formToken what every form must hold, or empty where nobody signed in
 * @param asOf when the page was made, in UTC
 * @param stops what kill switches stop, a sentence each
 * @param practice what a simulated clock shows, or empty where the time is the machine's
 * @param watch how the page keeps up; null where it tells of one moment
 * @param styles the style sheets beside the console's own
 * @param scripts what the page runs
 */
public record Frame(
        String title,
        List<Link> links,
        String help,
        String who,
        String formToken,
        String asOf,
        List<String> stops,
        String practice,
        @Nullable Watch watch,
        List<String> styles,
        List<String> scripts) {
    /** Tells of what stands around every page, and of the way in. */
    private static final String MESSAGES = "console";

    /**
     * What stands around a page.
     *
     * @param path where the page lies, for example {@code runs/{run}}; empty for a message
     */
    static Frame of(
            String title,
            Registry<Page> pages,
            Optional<Caller> caller,
            String path,
            String formToken,
            InstantSource clock) {
        List<Link> links = caller.map(c -> pages.all().stream()
                        .filter(page -> page.stands() && page.admits(c))
                        .map(page -> Link.to(page, path))
                        .toList())
                .orElse(List.of());
        String who = caller.flatMap(Caller::person).orElse("");
        String now = Numbers.stamp(clock.instant());
        String practice = clock instanceof SimulatedClock ? now : "";
        return new Frame(
                title,
                links,
                Manual.href(MESSAGES),
                who,
                formToken,
                now,
                List.of(),
                practice,
                null,
                List.of(),
                List.of());
    }

    /**
     * Who may do something, for whoever may not.
     *
     * @param permission its word, for example {@code work-runs}
     */
    public String whoMay(String permission) {
        Permission wanted = Permission.of(permission);
        return Arrays.stream(Role.values())
                .filter(role -> Role.may(Set.of(role), wanted))
                .map(Role::word)
                .collect(Collectors.joining(", "));
    }

    /** With what kill switches stop. */
    Frame stopping(List<String> sentences) {
        return new Frame(
                title, links, help, who, formToken, asOf, List.copyOf(sentences), practice, watch, styles, scripts);
    }

    /**
     * With what a page loads, and the documentation that tells of it.
     *
     * @param model what it shows
     * @param keepsUp how it keeps up, or null
     */
    Frame with(Page page, Record model, @Nullable Watch keepsUp) {
        List<String> more = new ArrayList<>(keepsUp == null ? List.of() : Assets.LIVE_SCRIPTS);
        boolean draws = page.draws(model);
        if (draws) {
            more.addAll(Assets.DRAWING_SCRIPTS);
        }
        if (page.charts(model)) {
            more.addAll(Assets.CHART_SCRIPTS);
        }
        if (page.edits(model)) {
            more.addAll(Assets.GRID_SCRIPTS);
        }
        boolean models = page.models(model);
        if (models) {
            more.addAll(Assets.MODELLER_SCRIPTS);
        }
        List<String> looks = new ArrayList<>(draws ? Assets.DRAWING_STYLES : List.of());
        looks.addAll(models ? Assets.MODELLER_STYLES : List.of());
        return new Frame(
                title,
                links,
                Manual.href(page.help()),
                who,
                formToken,
                asOf,
                stops,
                practice,
                keepsUp,
                hrefs(looks),
                hrefs(more));
    }

    private static List<String> hrefs(List<String> assets) {
        return assets.stream().map(asset -> PagePath.ROOT + asset).toList();
    }
}
