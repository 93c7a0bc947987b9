/** What people are asked before something that was stopped is sent again. */
@NullMarked
package dev.vesper.desk.killswitch.release;

import org.jspecify.annotations.NullMarked;
