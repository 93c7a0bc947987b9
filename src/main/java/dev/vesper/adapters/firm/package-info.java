/** The firm folder: reads it, checks it, makes one. */
@NullMarked
package dev.vesper.adapters.firm;

import org.jspecify.annotations.NullMarked;
