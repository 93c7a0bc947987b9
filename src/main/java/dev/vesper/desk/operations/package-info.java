/** What can be asked of a running Vesper, one interface a topic, made for a caller. */
@NullMarked
package dev.vesper.desk.operations;

import org.jspecify.annotations.NullMarked;
