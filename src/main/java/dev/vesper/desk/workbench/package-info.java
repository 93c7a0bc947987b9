/** The rules workbench: what an analyst's edit goes through from the first keystroke until it judges orders. */
@NullMarked
package dev.vesper.desk.workbench;

import org.jspecify.annotations.NullMarked;
