/** How well orders were executed, in the layouts that supervisors and clients ask for: pure figures, each with its fills. */
@NullMarked
package dev.vesper.execution.quality;

import org.jspecify.annotations.NullMarked;
