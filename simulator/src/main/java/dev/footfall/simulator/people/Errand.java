package dev.footfall.simulator.people;

/** Something that somebody does for a while. */
interface Errand {
    /**
     * Does it for a second. May put other errands first.
     *
     * @return whether there is more of it to do
     */
    boolean step(Person who, Shop shop);

    /** Whether one would leave it out when the store closes. */
    default boolean canBeLeftOut() {
        return false;
    }
}
