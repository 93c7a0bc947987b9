package dev.vesper.maths;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Single-linkage clustering: the two clusters with the nearest members are joined, again and again.
 *
 * <p>The joins are the edges of the minimum spanning tree from the shortest to the longest (Gower and Ross, "Minimum
 * spanning trees and single linkage cluster analysis", Applied Statistics 18, 1969), grown here by Prim's method in
 * O(n^2). Ties and left and right are decided as in scipy.cluster.hierarchy (linkage, then to_tree().pre_order()), so
 * that the order of leaves, and with it every weight, agrees with published tables.
 */
public final class SingleLinkage {
    private SingleLinkage() {}

    /**
     * The leaves from left to right, similar ones side by side.
     *
     * @param distance symmetric and without NaN; only the order of its values matters
     */
    public static int[] leafOrder(double[][] distance) {
        int n = distance.length;
        if (n < 2) {
            return IntStream.range(0, n).toArray();
        }
        Edge[] edges = spanningTree(distance);
        Arrays.sort(edges, Comparator.comparingDouble(Edge::length)); // stable: equal lengths stay as they grew
        int[] left = new int[n - 1];
        int[] right = new int[n - 1];
        int[] parent = IntStream.range(0, 2 * n - 1).toArray();
        for (int join = 0; join < n - 1; join++) {
            int a = root(parent, edges[join].from);
            int b = root(parent, edges[join].to);
            left[join] = Math.min(a, b);
            right[join] = Math.max(a, b);
            parent[a] = parent[b] = n + join;
        }
        return leaves(left, right, n);
    }

    /** Grows the tree from leaf 0; an edge names the leaf added last and the leaf added now, which joins the same clusters. */
    private static Edge[] spanningTree(double[][] distance) {
        int n = distance.length;
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] grown = new boolean[n];
        Edge[] edges = new Edge[n - 1];
        int last = 0;
        for (int step = 0; step < n - 1; step++) {
            grown[last] = true;
            double[] row = distance[last];
            double shortest = Double.POSITIVE_INFINITY;
            int next = -1;
            for (int j = 0; j < n; j++) {
                if (!grown[j]) {
                    nearest[j] = Math.min(nearest[j], row[j]);
                    if (nearest[j] < shortest) {
                        shortest = nearest[j];
                        next = j;
                    }
                }
            }
            if (next < 0) {
                throw new IllegalArgumentException("Expected finite distances, but those of leaf " + last
                        + " are not; maybe a series that does not move was not left out");
            }
            edges[step] = new Edge(last, next, shortest);
            last = next;
        }
        return edges;
    }

    private static int root(int[] parent, int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        int walk = node;
        while (parent[walk] != root) {
            int up = parent[walk];
            parent[walk] = root;
            walk = up;
        }
        return root;
    }

    private static int[] leaves(int[] left, int[] right, int n) {
        int[] order = new int[n];
        int count = 0;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.push(2 * n - 2);
        while (!open.isEmpty()) {
            int node = open.pop();
            if (node < n) {
                order[count++] = node;
            } else {
                open.push(right[node - n]);
                open.push(left[node - n]);
            }
        }
        return order;
    }

    private record Edge(int from, int to, double length) {}
}
