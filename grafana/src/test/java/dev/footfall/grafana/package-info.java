/**
 * The checks of what lies in the folder {@code grafana}: boards, provisioning, compose file.
 *
 * <p>Comes in: those files, the floorboard's queries, and a simulated day of the demo stores. Goes out: whether every query of every board
 * answers with what its panel needs and in few rows, whether figures agree with sums over the lines of that day, whether boards are what
 * Grafana's types say. Of state nothing is kept. No Grafana is asked: there is none here.
 */
@NullMarked
package dev.footfall.grafana;

import org.jspecify.annotations.NullMarked;
