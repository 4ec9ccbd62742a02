package dev.footfall.simulator.people;

import java.util.List;

/**
 * A store at a full second: valid until the next one.
 *
 * @param timeMillis the instant
 * @param people everybody who is there, and once more, gone, who just left; in the order in which they came
 * @param payments since the scene before
 * @param passersBy people who walked by a door since the scene before
 */
public record Scene(long timeMillis, List<Person> people, List<Payment> payments, List<PassBy> passersBy) {}
