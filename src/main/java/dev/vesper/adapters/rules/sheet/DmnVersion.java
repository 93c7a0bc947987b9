package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which DMN a file is written in, and how it becomes DMN 1.3, which is what most modellers read. From 1.2 on the namespaces alone
 * differ, as far as a table, its inputs and its drawing go; 1.1 names its types otherwise and draws otherwise.
 */
public enum DmnVersion {
    V1_1("20151101"),
    V1_2("20180521"),
    V1_3("20191111"),
    V1_4("20211108"),
    V1_5("20230324"),
    V1_6("20240513");

    private static final Pattern NAMESPACE =
            Pattern.compile("https?://www\\.omg\\.org/spec/DMN/(\\d{8})/(MODEL/|DMNDI/|FEEL/|dmn\\.xsd|FEEL)");
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?]]>|<[^/!?][^>]*>", Pattern.DOTALL);

    private final String date;

    DmnVersion(String date) {
        this.date = date;
    }

    /** {@code 1.3}. */
    public String word() {
        return name().substring(1).replace('_', '.');
    }

    /**
     * That of a file.
     *
     * @throws Problem of kind INPUT where it is no DMN, or one that nobody knows yet
     */
    public static DmnVersion of(DmnText file) {
        Matcher matcher = NAMESPACE.matcher(file.root().namespace());
        String date = matcher.find() ? matcher.group(1) : "";
        for (DmnVersion version : values()) {
            if (version.date.equals(date)) {
                return version;
            }
        }
        throw Problem.input(
                Place.of(file.name()),
                "Expected DMN 1.1 to 1.6, but its namespace is " + file.root().namespace());
    }

    /**
     * The file in DMN 1.3, each row of its tables with an id; as it is where it is that already.
     *
     * @throws Problem of kind INPUT where it is DMN 1.1
     */
    public static DmnText asModellersRead(DmnText file) {
        DmnVersion version = of(file);
        if (version == V1_1) {
            throw Problem.input(
                    Place.of(file.name()),
                    "Expected DMN 1.2 or later, but it is 1.1, which names its types otherwise; open it in Camunda Modeler,"
                            + " which brings it to 1.3, and save it there");
        }
        DmnText known = RowIds.given(file);
        if (version == V1_3) {
            return known;
        }
        return known.with(TAG.matcher(known.text())
                .replaceAll(tag -> Matcher.quoteReplacement(
                        tag.group().startsWith("<!") ? tag.group() : translated(tag.group()))));
    }

    private static String translated(String tag) {
        return NAMESPACE
                .matcher(tag)
                .replaceAll(found -> "https://www.omg.org/spec/DMN/" + V1_3.date + "/" + found.group(2));
    }
}
