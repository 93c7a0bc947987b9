/** Numbers, times and sentences as people read them. */
@NullMarked
package dev.vesper.adapters.report.text;

import org.jspecify.annotations.NullMarked;
