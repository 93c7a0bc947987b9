package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Page;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Registry;
import dev.vesper.desk.operations.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands around every page. Public because the template's expressions reach it by reflection.
 *
 * @param title of the window
 * @param links the pages this caller is shown; none for somebody who is not in
 * @param who the caller's name, or empty
 * @param formToken what every form must hold, or empty where nobody signed in
 * @param asOf when the page was made, in UTC
 */
public record Frame(String title, List<Link> links, String who, String formToken, String asOf) {
    /**
     * What stands around a page.
     *
     * @param path where the page lies, for example {@code runs/{run}}; empty for a message
     */
    static Frame of(
            String title, Registry<Page> pages, Optional<Caller> caller, String path, String formToken, Instant now) {
        List<Link> links = caller.map(c -> pages.all().stream()
                        .filter(page -> !page.path().varies() && page.admits(c))
                        .map(page -> Link.to(page, path))
                        .toList())
                .orElse(List.of());
        String who = caller.flatMap(Caller::person).orElse("");
        return new Frame(title, links, who, formToken, Numbers.stamp(now));
    }
}
