package dev.footfall.jobs.mqtt;

import java.util.List;

/**
 * What a checkpoint holds besides the readers' own lanes.
 *
 * @param lanes how many lanes the chain has, for all its life
 * @param splits those that no reader had
 */
public record UnassignedLanes(int lanes, List<LaneSplit> splits) {
    public UnassignedLanes {
        splits = List.copyOf(splits);
    }
}
