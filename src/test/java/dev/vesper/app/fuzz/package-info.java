/** A fuzzer of every kind of input: what comes out is a result or one sentence that names the file, never a trace. */
@NullMarked
package dev.vesper.app.fuzz;

import org.jspecify.annotations.NullMarked;
