/** The report of a run: HTML, PDF, CSV, run.json. */
@NullMarked
package dev.vesper.adapters.report;

import org.jspecify.annotations.NullMarked;
