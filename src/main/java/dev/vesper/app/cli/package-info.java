/** One class for each noun of the command line; each starts only what its verb needs. */
@NullMarked
package dev.vesper.app.cli;

import org.jspecify.annotations.NullMarked;
