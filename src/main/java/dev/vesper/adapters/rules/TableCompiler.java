package dev.vesper.adapters.rules;

import java.util.Collection;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNCompilerConfiguration;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.model.api.Definitions;

/** Compiles a table as modellers save it, once it is completed. */
final class TableCompiler extends DMNCompilerImpl {
    private final TableSpelling spelling;

    TableCompiler(DMNCompilerConfiguration configuration, TableSpelling spelling) {
        super(configuration);
        this.spelling = spelling;
    }

    @Override
    public DMNModel compile(Definitions definitions, Resource resource, Collection<DMNModel> models) {
        spelling.complete(definitions);
        return super.compile(definitions, resource, models);
    }
}
