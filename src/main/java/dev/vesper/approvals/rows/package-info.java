/** Four eyes on single rows that a contract set aside: who asked, who agreed, by decide and apply. */
@NullMarked
package dev.vesper.approvals.rows;

import org.jspecify.annotations.NullMarked;
