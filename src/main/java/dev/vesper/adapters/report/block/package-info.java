/** What a section may put on the page, and the tables it writes: closed, so that the page knows each kind. */
@NullMarked
package dev.vesper.adapters.report.block;

import org.jspecify.annotations.NullMarked;
