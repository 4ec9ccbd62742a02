package dev.footfall.simulator.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How people behave in a store, and what its devices see: all that {@code simulation.yaml} says besides errors.
 *
 * @param opening when it is open
 * @param rates when people come
 * @param missions what they come for
 * @param groups the share of groups of one, two, … people
 * @param staff how many work there
 * @param entrances doors by which people come in; empty: any
 * @param exits doors by which they leave; empty: any
 * @param attraction weight of a zone when people choose where to stop; 1 where not said
 * @param tagged the share of people who carry a tag that beacon receivers hear
 * @param passing how many people walk by a door a day
 * @param eachPerson door counters that report every person at once, rather than once per interval
 * @param cameras the zones that a shelf camera watches
 */
public record Behaviour(
        Opening opening,
        Rates rates,
        List<Mission> missions,
        List<Double> groups,
        int staff,
        List<String> entrances,
        List<String> exits,
        Map<String, Double> attraction,
        double tagged,
        Map<String, Double> passing,
        Set<String> eachPerson,
        Map<String, List<String>> cameras) {
    public Behaviour {
        missions = List.copyOf(missions);
        groups = List.copyOf(groups);
        Limits.between("number of missions", missions.size(), 1, 1000);
        Limits.between("number of groups", groups.size(), 1, 10);
        Limits.between("staff", staff, 0, 1000);
        Limits.between("tagged", tagged, 0, 1);
        entrances = List.copyOf(entrances);
        exits = List.copyOf(exits);
        attraction = Map.copyOf(attraction);
        passing = Map.copyOf(passing);
        eachPerson = Set.copyOf(eachPerson);
        cameras = Map.copyOf(cameras);
    }

    /** The same with another number of visits on an average day. */
    public Behaviour withVisitsPerDay(int visits) {
        return new Behaviour(
                opening,
                rates.withVisitsPerDay(visits),
                missions,
                groups,
                staff,
                entrances,
                exits,
                attraction,
                tagged,
                passing,
                eachPerson,
                cameras);
    }

    /** How many people a group has on average. */
    public double meanGroup() {
        double people = 0;
        double all = 0;
        for (int size = 1; size <= groups.size(); size++) {
            people += size * groups.get(size - 1);
            all += groups.get(size - 1);
        }
        return people / all;
    }
}
