package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.SheetColumn.Kind;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a new row as the row before it is written: its indents, its prefix, ids where it has some. */
final class RowText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9]+");

    private final DmnSheet dmn;
    private final int pattern;
    private final String lineEnd;
    private final Set<String> ids;

    /** @param pattern the row that it is to look like, counted from 0; less than that where there is none */
    RowText(DmnSheet dmn, int pattern, String lineEnd, Set<String> ids) {
        this.dmn = dmn;
        this.pattern = pattern;
        this.lineEnd = lineEnd;
        this.ids = ids;
    }

    String written(SheetRow row, TableSheet sheet, List<Integer> from) {
        String prefix = dmn.table().prefix();
        boolean first = pattern < 0;
        String lead = first ? indent(dmn.table().children().getLast().lead()) : indent(rule().lead());
        String inside = first ? lead + "  " : inside();
        String id = id(row.id());
        StringBuilder text = new StringBuilder(lead)
                .append('<')
                .append(prefix)
                .append("rule id=\"")
                .append(id)
                .append("\">");
        for (Kind kind : order()) {
            for (int c = 0; c < from.size(); c++) {
                if (sheet.columns().get(c).kind() != kind) {
                    continue;
                }
                String cell = row.cells().get(c);
                if (kind == Kind.DESCRIPTION && cell.isEmpty()) {
                    continue;
                }
                boolean named = kind == Kind.INPUT || kind == Kind.OUTPUT;
                text.append(inside)
                        .append(entry(
                                prefix,
                                kind,
                                named ? unique(id + "-" + slug(sheet.titles().get(c))) : "",
                                cell));
            }
        }
        String closing = first ? lead : closing();
        return text.append(closing).append("</").append(prefix).append("rule>").toString();
    }

    private static List<Kind> order() {
        return List.of(Kind.DESCRIPTION, Kind.INPUT, Kind.OUTPUT, Kind.ANNOTATION);
    }

    /** One more cell of a row that is there. */
    static String entry(DmnSheet dmn, XmlPart rule, Kind kind, String id, String cell, String lineEnd) {
        String lead = rule.children().isEmpty()
                ? ""
                : indent(rule.children().getFirst().lead());
        return lead + new RowText(dmn, -1, lineEnd, Set.of()).entry(rule.prefix(), kind, id, cell);
    }

    private String entry(String prefix, Kind kind, String id, String cell) {
        String words = XmlText.encoded(cell, lineEnd);
        String name = prefix + DmnSheet.entry(kind);
        String tag = "<" + name + (id.isEmpty() ? "" : " id=\"" + id + "\"") + ">";
        return kind == Kind.DESCRIPTION
                ? tag + words + "</" + name + ">"
                : tag + before() + "<" + prefix + "text>" + words + "</" + prefix + "text>" + behind() + "</" + name
                        + ">";
    }

    private XmlPart rule() {
        return dmn.rules().get(pattern);
    }

    private String inside() {
        return rule().children().isEmpty()
                ? ""
                : indent(rule().children().getFirst().lead());
    }

    private String closing() {
        return indent(dmn.file().text().substring(rule().filledTo(), rule().innerEnd()));
    }

    private String before() {
        return pattern < 0
                ? ""
                : rule().first("inputEntry")
                        .flatMap(e -> e.first("text"))
                        .map(t -> indent(t.lead()))
                        .orElse("");
    }

    private String behind() {
        return pattern < 0
                ? ""
                : rule().first("inputEntry")
                        .filter(e -> !e.alone())
                        .map(e -> indent(dmn.file().text().substring(e.filledTo(), e.innerEnd())))
                        .orElse("");
    }

    /** White space before an element, without comments: its last line end and what follows it. */
    static String indent(String lead) {
        int feed = lead.lastIndexOf('\n');
        int begin = feed > 0 && lead.charAt(feed - 1) == '\r' ? feed - 1 : Math.max(feed, 0);
        String last = lead.substring(begin);
        return last.isBlank() ? last : "";
    }

    private String id(String wanted) {
        if (NAME.matcher(wanted).matches() && ids.add(wanted)) {
            return wanted;
        }
        for (int n = dmn.rules().size() + 1; ; n++) {
            if (ids.add("row-" + n)) {
                return "row-" + n;
            }
        }
    }

    private String unique(String wanted) {
        for (int n = 1; ; n++) {
            String id = n == 1 ? wanted : wanted + "-" + n;
            if (ids.add(id)) {
                return id;
            }
        }
    }

    /** {@code Asset class} becomes {@code asset-class}. */
    static String slug(String name) {
        String slug = NOT_IN_A_NAME.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        return slug.isEmpty() || slug.equals("-") ? "column" : slug;
    }
}
