/** The firm's files on their way into the lake. */
@NullMarked
package dev.vesper.adapters.routes.intake;

import org.jspecify.annotations.NullMarked;
