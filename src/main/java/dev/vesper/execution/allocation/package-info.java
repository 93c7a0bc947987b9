/** How a block that was traded for several accounts is divided among them. */
@NullMarked
package dev.vesper.execution.allocation;

import org.jspecify.annotations.NullMarked;
