package dev.footfall.events.fuzz;

import java.util.Optional;

/** Reads an input of which nothing is known. */
@FunctionalInterface
public interface Reading {
    /**
     * Reads it, and does with what was read what its user would.
     *
     * @return why it was refused; empty when it was accepted
     * @throws Exception none that the reader declares: whatever comes out is a fault of the reader
     */
    Optional<String> read(byte[] input) throws Exception;
}
