/** Tables of the rules as people look at them and edit them into drafts. */
@NullMarked
package dev.vesper.desk.workbench.editing;

import org.jspecify.annotations.NullMarked;
