package dev.vesper.adapters.rules;

import java.util.Collection;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNCompilerConfiguration;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.v1_3.TInformationItem;

/**
 * Compiles a table as modellers save it: an input cell that is left empty means any, as "-" does, and a variable that is
 * left out bears the name of what it belongs to.
 */
final class TableCompiler extends DMNCompilerImpl {
    TableCompiler(DMNCompilerConfiguration configuration) {
        super(configuration);
    }

    @Override
    public DMNModel compile(Definitions definitions, Resource resource, Collection<DMNModel> models) {
        complete(definitions);
        return super.compile(definitions, resource, models);
    }

    private static void complete(Definitions definitions) {
        for (var element : definitions.getDrgElement()) {
            if (element instanceof InputData input && input.getVariable() == null) {
                input.setVariable(variable(input.getName()));
            }
            if (element instanceof Decision decision) {
                if (decision.getVariable() == null) {
                    decision.setVariable(variable(decision.getName()));
                }
                if (decision.getExpression() instanceof DecisionTable table) {
                    table.getRule().stream()
                            .map(rule -> rule.getInputEntry())
                            .flatMap(List::stream)
                            .filter(cell ->
                                    cell.getText() == null || cell.getText().isBlank())
                            .forEach(cell -> cell.setText("-"));
                }
            }
        }
    }

    private static InformationItem variable(String name) {
        InformationItem variable = new TInformationItem();
        variable.setName(name);
        return variable;
    }
}
