package dev.vesper.adapters.console.help;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which file a topic is, and where a link of one file leads in the console. */
final class TopicFiles {
    /** Before the id of a heading, so that none is one of the console's own. */
    static final String AT = "at-";

    private static final String ROOT = "/console/help/";
    private static final String DECISIONS = "decisions";
    private static final Pattern DECISION = Pattern.compile("\\d{4}-.*");
    private static final Pattern MARKDOWN = Pattern.compile("(?:(decisions)/)?([^/]+)\\.md");
    private static final URI FOLDER = URI.create("docs:/docs/");

    private TopicFiles() {}

    /** Under {@code src/docs}. */
    static String file(String topic) {
        if (topic.equals(Manual.INDEX)) {
            return "README.md";
        }
        if (topic.equals(DECISIONS)) {
            return DECISIONS + "/README.md";
        }
        return (DECISION.matcher(topic).matches() ? DECISIONS + "/" : "") + topic + ".md";
    }

    /** Where a topic lies, for example {@code tasks}, or {@code tasks#whose-a-task-is}. */
    static String href(String topic) {
        return ROOT + topic.replace("#", "#" + AT);
    }

    /**
     * Where a link leads: another topic, a part of one, a picture, a page elsewhere; empty where it leads to a file that the
     * console does not show.
     *
     * @param from the file that holds it
     */
    static Optional<String> target(String from, String link) {
        URI to = FOLDER.resolve(from).resolve(link).normalize();
        if (to.getScheme().equals("https") || to.getScheme().equals("http")) {
            return Optional.of(link);
        }
        String path = to.getPath();
        if (path == null || !path.startsWith(FOLDER.getPath())) {
            return Optional.empty();
        }
        String file = path.substring(FOLDER.getPath().length());
        if (file.startsWith("img/")) {
            return Optional.of(ROOT + file);
        }
        String at = to.getFragment() == null ? "" : "#" + to.getFragment();
        Matcher markdown = MARKDOWN.matcher(file);
        return markdown.matches() ? Optional.of(href(topic(markdown) + at)) : Optional.empty();
    }

    private static String topic(Matcher markdown) {
        boolean decision = markdown.group(1) != null;
        if (markdown.group(2).equals("README")) {
            return decision ? DECISIONS : Manual.INDEX;
        }
        return markdown.group(2);
    }
}
