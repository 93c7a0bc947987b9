package dev.vesper.adapters.console.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes a page of the console from a Markdown file: GitHub's tables and ids of headings, links that lead within the console. */
final class Rendering extends AbstractVisitor {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private final String file;
    private final Map<String, Integer> taken = new HashMap<>();
    private final IdentityHashMap<Node, String> headings = new IdentityHashMap<>();
    private final List<Topic.Part> parts = new ArrayList<>();
    private String title = "";

    private Rendering(String file) {
        this.file = file;
    }

    /** @param file under {@code src/docs}, which says where its links lead */
    static Topic of(String file, String markdown) {
        Node document = PARSER.parse(markdown);
        Rendering rendering = new Rendering(file);
        document.accept(rendering);
        return new Topic(rendering.title, rendering.parts, rendering.html(document));
    }

    @Override
    public void visit(Heading heading) {
        String text = Words.of(heading);
        String id = id(text);
        headings.put(heading, id);
        if (heading.getLevel() == 1 && title.isEmpty()) {
            title = text;
        }
        if (heading.getLevel() == 2) {
            parts.add(new Topic.Part(id, text));
        }
        visitChildren(heading);
    }

    /** As GitHub does it, and a number behind it where another heading says the same. */
    private String id(String text) {
        String slug = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
                .replace(' ', '-');
        int before = taken.merge(slug, 1, Integer::sum) - 1;
        return TopicFiles.AT + slug + (before == 0 ? "" : "-" + before);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        TopicFiles.target(file, link.getDestination()).ifPresentOrElse(link::setDestination, () -> onlyWords(link));
    }

    @Override
    public void visit(Image image) {
        TopicFiles.target(file, image.getDestination()).ifPresentOrElse(image::setDestination, () -> onlyWords(image));
    }

    /** Takes a link away and leaves what it is written on. */
    private static void onlyWords(Node link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    private String html(Node document) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String id = headings.get(node);
                    if (id != null) {
                        attributes.put("id", id);
                    }
                    if (tag.equals("table")) {
                        attributes.put("class", "written");
                    }
                })
                .build()
                .render(document)
                .replace(
                        "<table ",
                        "<div class=\"wide-table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table ")
                .replace("</table>", "</table></div>");
    }

    /** What a heading says, without how it looks. */
    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        static String of(Heading heading) {
            Words words = new Words();
            heading.accept(words);
            return words.text.toString();
        }

        @Override
        public void visit(Text said) {
            text.append(said.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }
    }
}
