/**
 * The checks of what lies in the folder {@code grafana}: boards, provisioning, compose file.
 *
 * <p>Comes in: those files, the floorboard's queries, and the figures of the shop in {@code examples}. Goes out: whether every target of
 * every panel is a query of the floorboard, and answers with the columns that its panel needs. No Grafana is asked: there is none here.
 */
@NullMarked
package dev.footfall.grafana;

import org.jspecify.annotations.NullMarked;
