/** Decision tables as sheets, read from DMN and written back into the same text, and as XLSX and CSV. */
@NullMarked
package dev.vesper.adapters.rules.sheet;

import org.jspecify.annotations.NullMarked;
