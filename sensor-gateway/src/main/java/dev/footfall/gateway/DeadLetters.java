package dev.footfall.gateway;

/** Where messages go that were not taken. */
@FunctionalInterface
public interface DeadLetters {
    void letter(DeadLetter letter);
}
