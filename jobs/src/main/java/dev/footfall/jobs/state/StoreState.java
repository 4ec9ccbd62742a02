package dev.footfall.jobs.state;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.windows.Schedule;

/** A state of one store that its batches move on: the pure part of an operator. */
public interface StoreState extends Persistent {
    /**
     * Takes the next batch of the store and adds to it what follows from it.
     *
     * @param pack layouts and parameters of the store, those of the batch
     * @param schedule when figures of open windows are written: a choice of the running job, no part of the state
     */
    void advance(StorePack pack, Schedule schedule, StoreBatch batch);
}
