/** The web console's pages: one class and one template each, filled from the operations of whoever looks. */
@NullMarked
package dev.vesper.adapters.console;

import org.jspecify.annotations.NullMarked;
