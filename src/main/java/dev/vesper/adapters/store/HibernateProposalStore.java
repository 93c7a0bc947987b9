package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ProposalStore;
import dev.vesper.orders.slice.RowSum;
import java.util.Optional;

/** Sums over the rows of a proposal as they lie in the tables. */
public final class HibernateProposalStore implements ProposalStore {
    private final Database database;

    public HibernateProposalStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Sums> sums(RunId run) {
        return database.read(session -> ProposalRows.sums(session, run));
    }

    @Override
    public RowSum data(RunId run) {
        return database.read(session -> ProposalRows.data(session, run));
    }
}
