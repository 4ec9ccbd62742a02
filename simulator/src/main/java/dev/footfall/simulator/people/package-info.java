/**
 * The people of a store: who comes when, what they do there, second by second.
 *
 * <p><b>In:</b> the premises, how people behave, a seed, and one second after the other. <b>Out:</b> after each second a {@link
 * dev.footfall.simulator.people.Scene}: where everybody is, and who has paid. <b>State:</b> everybody in the store, and the lines at the desks.
 *
 * <p>Everybody is at a whole millimetre at every full second and walks straight and evenly in between, so what is seen once a second is the
 * whole truth. Each person has a random sequence of their own: sensors that err change nobody's way.
 */
@NullMarked
package dev.footfall.simulator.people;

import org.jspecify.annotations.NullMarked;
