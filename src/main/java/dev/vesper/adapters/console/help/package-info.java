/** The pages of the documentation, as the console shows them. */
@NullMarked
package dev.vesper.adapters.console.help;

import org.jspecify.annotations.NullMarked;
