/** Four eyes: who proposes, who decides, and that they differ. */
@NullMarked
package dev.vesper.approvals;

import org.jspecify.annotations.NullMarked;
