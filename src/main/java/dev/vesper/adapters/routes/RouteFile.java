package dev.vesper.adapters.routes;

import dev.vesper.adapters.text.YamlTree;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * One file of routes/, read once with the guards of every text: what Camel is given is what was looked at.
 *
 * @param name its last part, for example {@code venue.camel.yaml}
 */
public record RouteFile(String name, String text) {
    private static final String ENDING = ".camel.yaml";
    private static final int LONGEST = 300;

    /** Where Camel's reader found a mistake: {@code in file.yaml, line 7, column 9}. */
    private static final Pattern AT = Pattern.compile("line (?<line>[0-9]{1,6}), column (?<column>[0-9]{1,6})");

    /** What the file of a route is called. */
    static String name(String route) {
        return route + ENDING;
    }

    /**
     * A file that was read.
     *
     * @throws Problem of kind INPUT, with line and column, where it is no YAML of a sane size and depth
     */
    static RouteFile of(String name, String text) {
        if (!(YamlTree.root(text, name) instanceof YamlTree.Items)) {
            throw Problem.input(Place.of(name, 1), "Expected a list of routes, each beginning with \"- route:\"");
        }
        return new RouteFile(name, text);
    }

    /** Gives the routes to Camel, which starts them when it is started itself. */
    public void load(CamelContext camel) {
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
        } catch (Exception e) {
            throw problem(e);
        }
    }

    /** What Camel has against the file, in a sentence. */
    public Problem problem(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause.getMessage() == null ? "Camel cannot use it" : cause.getMessage();
        Matcher at = AT.matcher(said);
        Place place = at.find()
                ? new Place(name, Long.parseLong(at.group("line")), Integer.parseInt(at.group("column")))
                : Place.of(name);
        return Problem.input(place, "Expected routes that start, but " + plain(said));
    }

    /** One line, and without the packages and addresses of Java's objects. */
    private static String plain(String said) {
        String line = said.lines()
                .findFirst()
                .orElse("")
                .strip()
                .replaceAll("\\b(?:[a-z][a-z0-9]{0,30}\\.){2,9}(?=[A-Z])", "")
                .replaceAll("(?:Reifier)?@[0-9a-f]{5,8}\\b", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
