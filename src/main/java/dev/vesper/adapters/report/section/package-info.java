/** The sections of the report: one file gives a section's part of the page, its CSV, its terminal lines and its part of run.json. */
@NullMarked
package dev.vesper.adapters.report.section;

import org.jspecify.annotations.NullMarked;
