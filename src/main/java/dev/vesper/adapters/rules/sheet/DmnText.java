package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A DMN file as it is written, in the encoding it is written in.
 *
 * @param name of the file, for messages
 * @param text with the byte order mark, where it has one
 */
public record DmnText(String name, String text, Charset charset) {
    /** Bytes of the largest file that is looked at: a table of 100,000 rows has about 60 million. */
    public static final int MOST_BYTES = 128 << 20;

    private static final String OLDEST = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";
    private static final String NAMESPACE = "://www.omg.org/spec/DMN/";

    /**
     * Reads UTF-8, or UTF-16 as its first bytes tell.
     *
     * @throws Problem of kind INPUT where it is neither, or too large
     */
    public static DmnText of(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.input(
                    Place.of(name),
                    "Expected at most " + MOST_BYTES + " bytes, but there are " + bytes.length
                            + "; maybe it is another file");
        }
        int begin = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        Charset charset = switch (begin) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new DmnText(name, text, charset);
        } catch (CharacterCodingException broken) {
            throw Problem.input(
                    Place.of(name), "Expected " + charset + ", but it holds bytes that are none; save it as UTF-8");
        }
    }

    public byte[] bytes() {
        return text.getBytes(charset);
    }

    /**
     * The decision tables in it, in the order of the file.
     *
     * @throws Problem of kind INPUT where it is no DMN, or where a row has more cells than there are columns
     */
    public List<DmnSheet> tables() {
        return root().stream()
                .filter(part -> part.name().equals("decisionTable") && isDmn(part.namespace()))
                .map(table -> new DmnSheet(this, table))
                .toList();
    }

    /**
     * The one table in it.
     *
     * @throws Problem of kind INPUT where there is none or more than one
     */
    public DmnSheet table() {
        List<DmnSheet> tables = tables();
        if (tables.size() != 1) {
            throw Problem.input(
                    Place.of(name),
                    "Expected one decision table, but there are " + tables.size()
                            + (tables.isEmpty() ? "" : "; name the decision of one of them: " + decisions(tables)));
        }
        return tables.getFirst();
    }

    /**
     * The table of a decision.
     *
     * @throws Problem of kind INPUT where there is none
     */
    public DmnSheet table(String decision) {
        List<DmnSheet> tables = tables();
        return tables.stream()
                .filter(table -> table.sheet().decision().equals(decision))
                .findFirst()
                .orElseThrow(() -> Problem.input(
                        Place.of(name),
                        "Expected a decision table \"" + decision + "\", but there are " + decisions(tables)
                                + NearestName.hint(
                                        decision,
                                        tables.stream()
                                                .map(t -> t.sheet().decision())
                                                .toList())));
    }

    private static String decisions(List<DmnSheet> tables) {
        return tables.stream().map(t -> "\"" + t.sheet().decision() + "\"").collect(Collectors.joining(", "));
    }

    XmlPart root() {
        XmlPart root = XmlText.read(text, name);
        if (!root.name().equals("definitions") || !isDmn(root.namespace())) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a DMN file, which begins with <definitions> in a namespace of DMN, but it begins with <"
                            + root.qualified() + ">; maybe it is another file");
        }
        return root;
    }

    DmnText with(String other) {
        return new DmnText(name, other, charset);
    }

    /** How its lines end. */
    String lineEnd() {
        int feed = text.indexOf('\n');
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    static boolean isDmn(String namespace) {
        return namespace.equals(OLDEST) || (namespace.contains(NAMESPACE) && namespace.endsWith("/MODEL/"));
    }

    /** All values of {@code id}, which no other element may have. */
    static Set<String> ids(XmlPart root) {
        return root.stream()
                .map(part -> part.attribute("id"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
