/** What people are told of without asking, each once, by the ways that the firm names. */
@NullMarked
package dev.vesper.desk.notify;

import org.jspecify.annotations.NullMarked;
