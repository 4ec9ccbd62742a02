/**
 * What a gateway is told when it starts: options of the command line, environment variables and a file, each of which can say all of it.
 *
 * <p>Comes in: strings. Goes out: settings that are whole and fit together, or every fault of them at once. No state. Secrets are named by their place only.
 */
@NullMarked
package dev.footfall.gateway.settings;

import org.jspecify.annotations.NullMarked;
