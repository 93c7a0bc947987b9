/** The drawings of the page. */
@NullMarked
package dev.vesper.adapters.report.chart;

import org.jspecify.annotations.NullMarked;
