package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.model.api.Definitions;

/** Reads the DMN of a file that is a table and nothing more. */
final class TableFile {
    private TableFile() {}

    /**
     * What the file says, as it is.
     *
     * @throws Problem of kind INPUT that names file and line
     */
    static Definitions read(Findings findings) {
        PlainTable.require(findings);
        @Nullable Definitions read;
        try {
            read = DMNMarshallerFactory.newDefaultMarshaller()
                    .unmarshal(findings.file().text());
        } catch (RuntimeException | StackOverflowError unread) {
            throw unreadable(findings, unread.getClass().getSimpleName());
        }
        if (read == null) {
            throw unreadable(findings, "it reads nothing");
        }
        return read;
    }

    /** The DMN engine says nothing that helps; the table itself was looked at before, so the drawing is left. */
    static Problem unreadable(Findings findings, String why) {
        List<String> lines = findings.file().text().lines().toList();
        int drawing = 0;
        while (drawing < lines.size() && !lines.get(drawing).contains("DMNDI>")) {
            drawing++;
        }
        return drawing < lines.size()
                ? findings.fatal(
                        Place.line(drawing + 1),
                        "no-drawing",
                        "Expected a drawing (DMNDI) that DMN's reader takes, but it does not take this one; maybe a number"
                                + " or a name in it is wrong: save it again with a DMN modeller")
                : findings.fatal(
                        Place.line(0),
                        "no-dmn",
                        "Expected a DMN 1.3 or later file, but DMN's reader does not take it (" + why
                                + "); maybe save it again with a DMN modeller");
    }
}
