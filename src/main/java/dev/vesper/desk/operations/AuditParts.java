package dev.vesper.desk.operations;

import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.VerifiedChain;
import dev.vesper.desk.audit.anchor.AnchorAudit;
import java.util.function.Supplier;

/**
 * What the audit is made of.
 *
 * @param anchors asked for with the first question about what is kept outside
 * @param chain remembers how far the rows were verified
 */
public record AuditParts(AuditLog log, Supplier<AnchorAudit> anchors, Supplier<VerifiedChain> chain) {}
