package dev.vesper.adapters.console;

import dev.vesper.adapters.console.help.Manual;
import dev.vesper.adapters.console.help.Topic;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import java.util.List;

/** A page of the documentation, so that nobody needs the project's files to look something up. */
public final class HelpPage implements Page {
    private static final int CONTENTS_FROM = 4;

    private final Manual manual = new Manual();

    /**
     * What the template shows.
     *
     * @param parts what the page is made of, where it is long enough for that
     * @param index where the list of all pages is; empty on that list
     */
    public record Model(String html, List<Topic.Part> parts, String index) {}

    @Override
    public String word() {
        return "help";
    }

    @Override
    public String title() {
        return "Help";
    }

    @Override
    public PagePath path() {
        return new PagePath("help/{topic}");
    }

    @Override
    public String help() {
        return Manual.INDEX;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of());
        String name = asked.path().getOrDefault("topic", "");
        Topic topic = manual.topic(name)
                .orElseThrow(() -> Problem.usage("Expected a page of the documentation, but there is no \"" + name
                        + "\"; all pages are listed under Help"));
        return new Model(
                topic.html(),
                topic.parts().size() < CONTENTS_FROM ? List.of() : topic.parts(),
                name.equals(Manual.INDEX) ? "" : Manual.href(Manual.INDEX));
    }
}
