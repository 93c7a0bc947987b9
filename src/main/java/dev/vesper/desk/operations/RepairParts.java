package dev.vesper.desk.operations;

import dev.vesper.desk.repair.RunRepair;
import dev.vesper.desk.repair.Standstills;
import dev.vesper.desk.repair.SupportBundle;

/** What questions about runs that stand still are answered from. */
public record RepairParts(Standstills standstills, RunRepair repair, SupportBundle bundle) {
    /** In the audit, whoever gave no name. */
    static final String NOBODY = "nobody";
}
