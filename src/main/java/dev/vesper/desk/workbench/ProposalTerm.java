package dev.vesper.desk.workbench;

import java.time.Instant;

/** How long people have to answer a proposal. */
public interface ProposalTerm {
    /** When a proposal is over that is made now, and that not all agreed to by then who are needed. */
    Instant until(Instant proposed);
}
