package dev.vesper.adapters.rules;

import java.util.Collection;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNCompilerConfiguration;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;

/** Compiles a table as modellers save it, once it is completed. */
final class TableCompiler extends DMNCompilerImpl {
    private final TableSpelling spelling;
    private final List<Integer> rows;

    /** @param rows that are compiled, counted from 0 */
    TableCompiler(DMNCompilerConfiguration configuration, TableSpelling spelling, List<Integer> rows) {
        super(configuration);
        this.spelling = spelling;
        this.rows = rows;
    }

    @Override
    public DMNModel compile(Definitions definitions, Resource resource, Collection<DMNModel> models) {
        spelling.complete(definitions);
        for (var element : definitions.getDrgElement()) {
            if (element instanceof Decision decision && decision.getExpression() instanceof DecisionTable table) {
                List<DecisionRule> kept =
                        rows.stream().map(table.getRule()::get).toList();
                table.getRule().clear();
                table.getRule().addAll(kept);
            }
        }
        return super.compile(definitions, resource, models);
    }
}
