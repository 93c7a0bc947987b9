/** The firm as its folder tells it. */
@NullMarked
package dev.vesper.desk.firm;

import org.jspecify.annotations.NullMarked;
