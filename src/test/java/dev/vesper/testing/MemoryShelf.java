package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.books.StatementShelf;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements in memory. */
public final class MemoryShelf implements StatementShelf {
    private final Map<String, Statement> kept = new HashMap<>();
    private Statement own = new Statement(List.of(), List.of());

    /** Keeps a statement. */
    public String put(Statement statement) {
        String name = Sha256.of(statement.toString());
        kept.put(name, statement);
        return name;
    }

    /** What the firm's own files say from now on. */
    public void own(Statement statement) {
        own = statement;
    }

    @Override
    public String keep(Path positions, Path accounts) {
        throw new UnsupportedOperationException("statements come by put and own here");
    }

    @Override
    public String keep(Path firm) {
        return put(own);
    }

    @Override
    public Statement read(String name) {
        Statement statement = kept.get(name);
        if (statement == null) {
            throw Problem.usage("Expected the name of a kept statement, but got " + name);
        }
        return statement;
    }
}
