/** Zeebe: the engine, its client, the workers of the processes in processes/. */
@NullMarked
package dev.vesper.adapters.processes;

import org.jspecify.annotations.NullMarked;
