package dev.vesper.desk.approval;

/** How the approval of a run's trades ended. */
public enum ApprovalVerdict {
    APPROVED,
    REJECTED
}
