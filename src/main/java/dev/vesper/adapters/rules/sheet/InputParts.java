package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetColumn.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a further column needs: clause, input data, the decision's need of it, shape and edge in the drawing. */
final class InputParts {
    private static final int WIDTH = 125;
    private static final int HEIGHT = 45;
    private static final int APART = 95;
    private static final int BELOW = 80;
    private static final String DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String DI = "http://www.omg.org/spec/DMN/20180521/DI/";

    private final DmnSheet dmn;
    private final Set<String> ids;
    private double right = Double.NaN;

    InputParts(DmnSheet dmn, Set<String> ids) {
        this.dmn = dmn;
        this.ids = ids;
    }

    void annotation(SheetColumn column, Edits edits) {
        XmlPart last = last(dmn.table(), List.of("input", "output", "annotation"));
        edits.insert(
                last.end(),
                RowText.indent(last.lead()) + "<" + last.prefix() + "annotation name=\""
                        + XmlText.attribute(column.name()) + "\"/>");
    }

    void add(SheetColumn column, Edits edits) {
        clause(column, edits);
        XmlPart decision = decision();
        if (decision == null || !decision.name().equals("decision")) {
            return;
        }
        String name = XmlText.attribute(column.name());
        XmlPart root = dmn.root();
        Optional<XmlPart> known = root.all("inputData").stream()
                .filter(data -> data.attribute("name").equals(column.name()))
                .findFirst();
        String id = known.map(data -> data.attribute("id")).orElseGet(() -> unique(RowText.slug(column.name())));
        if (known.isEmpty()) {
            data(root, decision, id, name, type(column), edits);
        }
        boolean required = decision.all("informationRequirement").stream()
                .flatMap(requirement -> requirement.all("requiredInput").stream())
                .anyMatch(input -> input.attribute("href").equals("#" + id));
        if (!required) {
            String needs = unique("needs-" + id);
            requirement(decision, needs, id, edits);
            drawn(root, decision, id, needs, known.isPresent(), edits);
        }
    }

    private void clause(SheetColumn column, Edits edits) {
        XmlPart table = dmn.table();
        List<XmlPart> inputs = dmn.clauses(Kind.INPUT);
        XmlPart like = inputs.isEmpty() ? dmn.clauses(Kind.OUTPUT).getFirst() : inputs.getLast();
        String lead = RowText.indent(like.lead());
        String step = step(lead);
        String p = table.prefix();
        String id = unique("in-" + RowText.slug(column.name()));
        String type = type(column);
        String clause = lead + "<" + p + "input id=\"" + id + "\" label=\""
                + XmlText.attribute(column.label().isEmpty() ? column.name() : column.label()) + "\">"
                + lead + step + "<" + p + "inputExpression id=\"" + unique(id + "-expression") + "\""
                + (type.isEmpty() ? "" : " typeRef=\"" + XmlText.attribute(type) + "\"") + ">"
                + twice(lead, step) + "<" + p + "text>"
                + XmlText.encoded(column.name(), dmn.file().lineEnd()) + "</" + p
                + "text>" + lead + step + "</" + p + "inputExpression>"
                + values(column, lead + step, twice(lead, step), p)
                + lead + "</" + p + "input>";
        edits.insert(inputs.isEmpty() ? like.leadStart() : like.end(), clause);
    }

    private String values(SheetColumn column, String lead, String inside, String p) {
        return column.allowed().isEmpty()
                ? ""
                : lead + "<" + p + "inputValues>" + inside + "<" + p + "text>"
                        + XmlText.encoded(column.allowed(), dmn.file().lineEnd()) + "</" + p + "text>" + lead + "</" + p
                        + "inputValues>";
    }

    private void data(XmlPart root, XmlPart decision, String id, String name, String type, Edits edits) {
        List<XmlPart> others = root.all("inputData");
        XmlPart like = others.isEmpty() ? decision : others.getLast();
        String lead = RowText.indent(like.lead());
        String p = root.prefix();
        String data = lead + "<" + p + "inputData id=\"" + id + "\" name=\"" + name + "\">" + lead + step(lead) + "<"
                + p
                + "variable id=\"" + unique(id + "-variable") + "\" name=\"" + name + "\""
                + (type.isEmpty() ? "" : " typeRef=\"" + XmlText.attribute(type) + "\"") + "/>" + lead + "</" + p
                + "inputData>";
        edits.insert(others.isEmpty() ? like.leadStart() : like.end(), data);
    }

    private void requirement(XmlPart decision, String needs, String id, Edits edits) {
        List<String> earlier = List.of(
                "description", "extensionElements", "question", "allowedAnswers", "variable", "informationRequirement");
        XmlPart like = last(decision, earlier);
        String lead = like.equals(decision) ? "" : RowText.indent(like.lead());
        String p = decision.prefix();
        String requirement = lead + "<" + p + "informationRequirement id=\"" + needs + "\">" + lead + step(lead) + "<"
                + p + "requiredInput href=\"#" + id + "\"/>" + lead + "</" + p + "informationRequirement>";
        edits.insert(like.equals(decision) ? decision.inner() : like.end(), requirement);
    }

    /** Beside the input data that are drawn, on one line with them; below the decision where none is. */
    private void drawn(XmlPart root, XmlPart decision, String id, String needs, boolean known, Edits edits) {
        XmlPart shape = shape(root, decision.attribute("id")).orElse(null);
        if (shape == null) {
            return;
        }
        XmlPart bounds = bounds(shape).orElse(null);
        XmlPart diagram = shape.parent();
        if (diagram == null || bounds == null) {
            return;
        }
        Optional<XmlPart> own = known ? shape(root, id).flatMap(InputParts::bounds) : Optional.empty();
        double x = number(bounds, "x") + (number(bounds, "width") - WIDTH) / 2;
        double y = number(bounds, "y") + number(bounds, "height") + BELOW;
        String lead = RowText.indent(shape.lead());
        String step = step(lead);
        String p = shape.prefix();
        String b = bounds.prefix();
        StringBuilder drawn = new StringBuilder();
        if (own.isPresent()) {
            x = number(own.get(), "x");
            y = number(own.get(), "y");
        } else {
            for (XmlPart data : root.all("inputData")) {
                XmlPart beside = shape(root, data.attribute("id"))
                        .flatMap(InputParts::bounds)
                        .orElse(null);
                if (beside != null) {
                    y = number(beside, "y");
                    double end = number(beside, "x") + number(beside, "width");
                    right = Double.isNaN(right) ? end : Math.max(right, end);
                }
            }
            x = Double.isNaN(right) ? x : right + APART;
            right = x + WIDTH;
            drawn.append(lead)
                    .append('<')
                    .append(p)
                    .append("DMNShape id=\"")
                    .append(unique("shape-" + id))
                    .append("\" dmnElementRef=\"")
                    .append(id)
                    .append("\">")
                    .append(lead)
                    .append(step)
                    .append('<')
                    .append(b)
                    .append("Bounds height=\"" + HEIGHT + "\" width=\"" + WIDTH + "\" x=\"")
                    .append(plain(x))
                    .append("\" y=\"")
                    .append(plain(y))
                    .append("\"/>")
                    .append(lead)
                    .append("</")
                    .append(p)
                    .append("DMNShape>");
        }
        String w = prefix(root, DI);
        String declared = w.equals("di:") && !root.namespaces().containsKey("di") ? " xmlns:di=\"" + DI + "\"" : "";
        double middle = number(bounds, "x") + number(bounds, "width") / 2;
        drawn.append(lead)
                .append('<')
                .append(p)
                .append("DMNEdge id=\"")
                .append(unique("edge-" + id))
                .append("\" dmnElementRef=\"")
                .append(needs)
                .append("\">")
                .append(lead)
                .append(step)
                .append(point(w, declared, x + WIDTH / 2.0, y))
                .append(lead)
                .append(step)
                .append(point(w, declared, middle, number(bounds, "y") + number(bounds, "height")))
                .append(lead)
                .append("</")
                .append(p)
                .append("DMNEdge>");
        edits.insert(diagram.filledTo(), drawn.toString());
    }

    private static String point(String prefix, String declared, double x, double y) {
        return "<" + prefix + "waypoint" + declared + " x=\"" + plain(x) + "\" y=\"" + plain(y) + "\"/>";
    }

    private static String prefix(XmlPart root, String namespace) {
        return root.namespaces().entrySet().stream()
                .filter(e -> e.getValue().equals(namespace))
                .map(e -> e.getKey().isEmpty() ? "" : e.getKey() + ":")
                .sorted()
                .findFirst()
                .orElse("di:");
    }

    private static Optional<XmlPart> shape(XmlPart root, String element) {
        return root.stream()
                .filter(part -> part.name().equals("DMNShape"))
                .filter(part -> part.attribute("dmnElementRef").equals(element))
                .findFirst();
    }

    private static Optional<XmlPart> bounds(XmlPart shape) {
        return shape.children().stream()
                .filter(child ->
                        child.name().equals("Bounds") && child.namespace().equals(DC))
                .findFirst();
    }

    private static double number(XmlPart part, String attribute) {
        try {
            return Double.parseDouble(part.attribute(attribute));
        } catch (NumberFormatException none) {
            return 0; // a drawing that says nothing of it
        }
    }

    private static String plain(double number) {
        return String.valueOf(Math.round(number));
    }

    private @Nullable XmlPart decision() {
        XmlPart part = dmn.table().parent();
        while (part != null && !part.name().equals("decision") && !part.name().equals("businessKnowledgeModel")) {
            part = part.parent();
        }
        return part;
    }

    /** As other columns write it: {@code feel:string} in files of DMN 1.1. */
    private String type(SheetColumn column) {
        String type = column.type();
        if (type.isEmpty() || type.indexOf(':') >= 0) {
            return type;
        }
        return dmn.sheet().columns().stream()
                        .map(SheetColumn::type)
                        .filter(other -> other.startsWith("feel:"))
                        .map(other -> "feel:")
                        .findFirst()
                        .orElse("")
                + type;
    }

    private static XmlPart last(XmlPart parent, List<String> names) {
        XmlPart last = parent;
        for (XmlPart child : parent.children()) {
            last = names.contains(child.name()) ? child : last;
        }
        return last;
    }

    private static String step(String lead) {
        return lead.isEmpty() ? "" : lead.indexOf('\t') >= 0 ? "\t" : "  ";
    }

    private static String twice(String lead, String step) {
        return lead + step + step;
    }

    private String unique(String wanted) {
        for (int n = 1; ; n++) {
            String id = n == 1 ? wanted : wanted + "-" + n;
            if (ids.add(id)) {
                return id;
            }
        }
    }
}
