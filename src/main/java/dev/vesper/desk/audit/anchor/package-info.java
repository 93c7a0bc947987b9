/** The newest audit row, kept where those who may write the database cannot: so that a tail that was cut off shows. */
@NullMarked
package dev.vesper.desk.audit.anchor;

import org.jspecify.annotations.NullMarked;
