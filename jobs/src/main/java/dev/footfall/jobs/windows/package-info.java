/** Windows of the store day, what is added up in them, quantiles and distinct visits. */
@NullMarked
package dev.footfall.jobs.windows;

import org.jspecify.annotations.NullMarked;
