/** Four eyes: who proposes, how many of whom decide, and that they differ. */
@NullMarked
package dev.vesper.approvals;

import org.jspecify.annotations.NullMarked;
