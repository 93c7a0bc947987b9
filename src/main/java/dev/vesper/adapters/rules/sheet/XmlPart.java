package dev.vesper.adapters.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML text with where it stands in it, so that a change touches nothing else: start tag from {@code start}
 * to {@code inner}, content to {@code innerEnd}, end tag to {@code end}. Of an element without content the last three are one.
 */
final class XmlPart {
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=<>/]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final String text;
    private final String qualified;
    private final Map<String, String> namespaces;
    private final @Nullable XmlPart parent;
    private final List<XmlPart> children = new ArrayList<>(2);
    private final int leadStart;
    private final int start;
    private final int inner;
    private int innerEnd;
    private int end;

    XmlPart(
            String text,
            String qualified,
            Map<String, String> namespaces,
            @Nullable XmlPart parent,
            int start,
            int inner) {
        this.text = text;
        this.qualified = qualified;
        this.namespaces = namespaces;
        this.parent = parent;
        this.leadStart = parent == null ? 0 : parent.children.isEmpty() ? parent.inner : parent.children.getLast().end;
        this.start = start;
        this.inner = inner;
        this.innerEnd = inner;
        this.end = inner;
    }

    void add(XmlPart child) {
        children.add(child);
    }

    /** Where its last child ends, or its start tag. */
    int filledTo() {
        return children.isEmpty() ? inner : children.getLast().end;
    }

    void closed(int from, int to) {
        innerEnd = from;
        end = to;
    }

    int start() {
        return start;
    }

    int inner() {
        return inner;
    }

    int innerEnd() {
        return innerEnd;
    }

    int end() {
        return end;
    }

    /** Whether it is written {@code <text/>}. */
    boolean alone() {
        return inner == end;
    }

    @Nullable
    XmlPart parent() {
        return parent;
    }

    List<XmlPart> children() {
        return children;
    }

    String raw() {
        return text.substring(start, end);
    }

    /** {@code dmn:} or nothing. */
    String prefix() {
        return qualified.substring(0, qualified.indexOf(':') + 1);
    }

    String name() {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    String qualified() {
        return qualified;
    }

    String namespace() {
        String prefix = prefix();
        return namespaces.getOrDefault(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), "");
    }

    Map<String, String> namespaces() {
        return namespaces;
    }

    /** Children of this name in the namespace of this element. */
    List<XmlPart> all(String name) {
        List<XmlPart> found = new ArrayList<>(children.size());
        for (XmlPart child : children) {
            if (child.name().equals(name) && child.namespace().equals(namespace())) {
                found.add(child);
            }
        }
        return found;
    }

    Optional<XmlPart> first(String name) {
        for (XmlPart child : children) {
            if (child.name().equals(name) && child.namespace().equals(namespace())) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** It and all within it. */
    Stream<XmlPart> stream() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlPart::stream));
    }

    /** The value of an attribute without a namespace, or nothing. */
    String attribute(String name) {
        return span(name)
                .map(s -> XmlText.decoded(text.substring(s.from(), s.to())))
                .orElse("");
    }

    /** Where the value of an attribute stands, between its quotation marks. */
    Optional<Span> span(String name) {
        int from = start + 1 + qualified.length();
        Matcher matcher = ATTRIBUTE.matcher(text).region(from, inner);
        while (matcher.find()) {
            if (name.equals(matcher.group(1))) {
                int group = matcher.group(2) != null ? 2 : 3;
                return Optional.of(new Span(matcher.start(group), matcher.end(group)));
            }
        }
        return Optional.empty();
    }

    /** Where all attributes' names and values stand: names without colon and with. */
    List<String> attributes() {
        List<String> names = new ArrayList<>();
        Matcher matcher = ATTRIBUTE.matcher(text).region(start + 1 + qualified.length(), inner);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** What it says, without markup. */
    String content() {
        return alone() ? "" : XmlText.decoded(text.substring(inner, innerEnd));
    }

    /** What stands between the element or tag before it and it: white space and comments. */
    String lead() {
        return text.substring(leadStart(), start);
    }

    int leadStart() {
        return leadStart;
    }

    /** A place in the text. */
    record Span(int from, int to) {}
}
