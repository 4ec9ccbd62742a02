package dev.footfall.jobs.oracle;

import java.util.List;

/** Everything the devices of one store said, in any order, duplicates included. */
public record Traffic(
        List<Observation> observations,
        List<DoorReport> doorReports,
        List<ShelfReport> shelfReports,
        List<Sign> signs) {

    public Traffic {
        observations = List.copyOf(observations);
        doorReports = List.copyOf(doorReports);
        shelfReports = List.copyOf(shelfReports);
        signs = List.copyOf(signs);
    }
}
