package dev.footfall.simulator.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.locationtech.jts.geom.Coordinate;

/**
 * The shortest walkable ways between the spots of a floor: straight where one can see the other, else by way of corners.
 *
 * <p>The graph is that of corners which see each other; a shortest way among things with straight sides bends only at their corners
 * (de Berg et al., Computational Geometry, chapter 15). Each answer is kept.
 */
final class Ways {
    private static final long MOST_SPOTS = 1_000_003;

    private final Walkable walkable;
    private final List<Coordinate> corners;
    private final DijkstraShortestPath<Integer, DefaultWeightedEdge> shortest;
    private final Map<Integer, SingleSourcePaths<Integer, DefaultWeightedEdge>> byCorner = new HashMap<>();
    private final Map<Integer, double[]> metresByCorner = new HashMap<>();
    private final Map<Integer, int[]> cornersSeen = new HashMap<>();
    private final Map<Long, Way> ways = new HashMap<>();

    Ways(Walkable walkable) {
        this.walkable = walkable;
        this.corners = walkable.corners();
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        for (int corner = 0; corner < corners.size(); corner++) {
            graph.addVertex(corner);
            for (int other = 0; other < corner; other++) {
                if (walkable.sees(corners.get(other), corners.get(corner))) {
                    DefaultWeightedEdge edge = graph.addEdge(other, corner);
                    graph.setEdgeWeight(edge, corners.get(other).distance(corners.get(corner)));
                }
            }
        }
        this.shortest = new DijkstraShortestPath<>(graph);
    }

    /** The shortest way. */
    Way between(Spot from, Spot to) {
        long pair = from.number() * MOST_SPOTS + to.number();
        Way known = ways.get(pair);
        if (known == null) {
            known = find(from, to);
            ways.put(pair, known);
        }
        return known;
    }

    private Way find(Spot from, Spot to) {
        if (from.equals(to) || walkable.sees(place(from), place(to))) {
            return new Way(List.of(), from.distance(to));
        }
        double best = Double.POSITIVE_INFINITY;
        int bestFirst = -1;
        int bestLast = -1;
        for (int first : cornersSeen(from)) {
            double begin = corners.get(first).distance(place(from));
            double[] metres = metresFrom(first);
            for (int last : cornersSeen(to)) {
                double length = begin + metres[last] + corners.get(last).distance(place(to));
                if (length < best) {
                    best = length;
                    bestFirst = first;
                    bestLast = last;
                }
            }
        }
        if (bestFirst < 0) {
            throw new IllegalArgumentException("layout.geojson: there is no way from (" + from.xMetres() + ", "
                    + from.yMetres() + ") to (" + to.xMetres() + ", " + to.yMetres() + ")");
        }
        List<Coordinate> bends = new ArrayList<>();
        pathsFrom(bestFirst).getPath(bestLast).getVertexList().forEach(corner -> bends.add(corners.get(corner)));
        return new Way(bends, best);
    }

    private SingleSourcePaths<Integer, DefaultWeightedEdge> pathsFrom(int corner) {
        return byCorner.computeIfAbsent(corner, shortest::getPaths);
    }

    /** From a corner to every other. */
    private double[] metresFrom(int corner) {
        return metresByCorner.computeIfAbsent(corner, from -> {
            double[] metres = new double[corners.size()];
            for (int to = 0; to < metres.length; to++) {
                metres[to] = pathsFrom(from).getWeight(to);
            }
            return metres;
        });
    }

    private int[] cornersSeen(Spot spot) {
        return cornersSeen.computeIfAbsent(spot.number(), number -> {
            List<Integer> seen = new ArrayList<>();
            for (int corner = 0; corner < corners.size(); corner++) {
                if (walkable.sees(place(spot), corners.get(corner))) {
                    seen.add(corner);
                }
            }
            return seen.stream().mapToInt(Integer::intValue).toArray();
        });
    }

    private static Coordinate place(Spot spot) {
        return new Coordinate(spot.xMetres(), spot.yMetres());
    }
}
