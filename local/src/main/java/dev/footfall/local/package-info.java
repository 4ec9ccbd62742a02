/**
 * The {@code footfall} command: every part of Footfall on one machine.
 *
 * <p><b>In:</b> a command line, and the files it names. <b>Out:</b> answers on standard output, complaints and progress on
 * standard error, and an exit code: 0 done, 1 a check found errors, 2 the command line, a configuration or an input cannot
 * be used, 70 a fault of Footfall itself. <b>State:</b> none; a command keeps nothing beyond the files it was told to
 * write. A replay passes frames and sorted runs from stage to stage in a temporary folder, which is gone when it ends. <b>Late, duplicate or disordered input</b> is not judged here: commands hand recordings to the gateway's logic and
 * the jobs, which promise what becomes of it.
 */
@NullMarked
package dev.footfall.local;

import org.jspecify.annotations.NullMarked;
