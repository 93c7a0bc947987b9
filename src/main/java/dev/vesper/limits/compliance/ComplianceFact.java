package dev.vesper.limits.compliance;

/**
 * One thing that compliance rules may know of an account, its orders and its last weeks. A record: rules match on its
 * fields and change none. Each kind is computed by the file that declares it and listed in {@link ComplianceFacts}.
 */
public interface ComplianceFact {}
