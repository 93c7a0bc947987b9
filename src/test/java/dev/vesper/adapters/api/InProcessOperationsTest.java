package dev.vesper.adapters.api;

import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.util.Optional;

/** Without a door between. */
class InProcessOperationsTest extends OperationsContract {
    @Override
    Operations as(Caller caller) {
        return serve(Optional.empty()).as(caller);
    }
}
