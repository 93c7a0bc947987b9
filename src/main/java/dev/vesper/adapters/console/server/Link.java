package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Page;

/**
 * One page in the navigation. Public because the template's expressions reach it by reflection.
 *
 * @param current {@code page} where it is the one that is shown, {@code true} where that lies under it, else empty
 */
public record Link(String href, String title, String current) {
    static Link to(Page page, String shown) {
        String path = page.path().text();
        String current = shown.equals(path) ? "page" : shown.startsWith(path + "/") ? "true" : "";
        return new Link(page.path().href(), page.title(), current);
    }
}
