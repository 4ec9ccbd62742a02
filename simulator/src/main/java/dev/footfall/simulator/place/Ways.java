package dev.footfall.simulator.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The shortest walkable ways between the spots of a floor: straight where one can see the other, else by way of corners.
 *
 * <p>The graph is that of corners which see each other; a shortest way among things with straight sides bends only at their corners
 * (de Berg et al., Computational Geometry, chapter 15). Each answer is kept.
 */
final class Ways {
    private final Walkable walkable;
    private final List<Coordinate> corners;
    private final DijkstraShortestPath<Integer, DefaultWeightedEdge> shortest;
    private final Map<Integer, SingleSourcePaths<Integer, DefaultWeightedEdge>> byCorner = new HashMap<>();
    private final Map<Spot, int[]> cornersSeen = new HashMap<>();
    private final Map<Pair, Way> ways = new HashMap<>();

    private record Pair(Spot from, Spot to) {}

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
        Pair pair = new Pair(from, to);
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
        @Nullable GraphPath<Integer, DefaultWeightedEdge> through = null;
        for (int first : cornersSeen(from)) {
            double begin = corners.get(first).distance(place(from));
            SingleSourcePaths<Integer, DefaultWeightedEdge> paths = byCorner.computeIfAbsent(first, shortest::getPaths);
            for (int last : cornersSeen(to)) {
                double length =
                        begin + paths.getWeight(last) + corners.get(last).distance(place(to));
                if (length < best) {
                    best = length;
                    through = paths.getPath(last);
                }
            }
        }
        if (through == null) {
            throw new IllegalArgumentException("layout.geojson: there is no way from (" + from.xMetres() + ", "
                    + from.yMetres() + ") to (" + to.xMetres() + ", " + to.yMetres() + ")");
        }
        List<Coordinate> bends = new ArrayList<>();
        through.getVertexList().forEach(corner -> bends.add(corners.get(corner)));
        return new Way(bends, best);
    }

    private int[] cornersSeen(Spot spot) {
        return cornersSeen.computeIfAbsent(spot, from -> {
            List<Integer> seen = new ArrayList<>();
            for (int corner = 0; corner < corners.size(); corner++) {
                if (walkable.sees(place(from), corners.get(corner))) {
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
