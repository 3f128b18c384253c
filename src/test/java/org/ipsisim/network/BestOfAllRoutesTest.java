package org.ipsisim.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ipsisim.estate.Plane;
import org.ipsisim.estate.Target;
import org.ipsisim.study.Branch;
import org.junit.jupiter.api.Test;

/**
 * The routes of small random networks beside the best of all that there are, written down one by one: least latency first,
 * then fewest links, then the names of the links. Latencies are so alike that many routes are equally long.
 */
class BestOfAllRoutesTest {
    private static final int NETWORKS = 60;
    private static final int SITES = 6;
    private static final int LINKS = 9;

    private record Line(String name, int a, int b, int latency, boolean servesB) {
        boolean endsAt(int site) {
            return a == site || b == site;
        }

        int otherEnd(int site) {
            return a + b - site;
        }
    }

    private record Route(int latency, List<String> links) {
        static final Comparator<Route> BEST_FIRST = Comparator.comparingInt(Route::latency)
                .thenComparingInt(route -> route.links.size())
                .thenComparing(route -> String.join(" ", route.links));
    }

    @Test
    void the_best_of_all_routes_is_taken_whatever_has_failed() {
        Random random = new Random(1);
        int reached = 0;
        int detours = 0;
        for (int network = 0; network < NETWORKS; network++) {
            List<Line> lines = lines(random);
            StandingRoutes routes = routes(lines);
            for (int failures = 0; failures <= 3; failures++) {
                List<Line> working = without(failures, lines, random);
                List<Target> failed = lines.stream()
                        .filter(line -> !working.contains(line))
                        .<Target>map(line -> new Target.OfLink(line.name))
                        .toList();
                for (Plane plane : List.of(Plane.A, Plane.B)) {
                    for (int to = 1; to < SITES; to++) {
                        Optional<List<String>> best = best(working, plane, to);
                        assertThat(routes.links(plane, "s0", "s" + to, failed))
                                .as("network %d, plane %s, to s%d, without %s", network, plane, to, failed)
                                .isEqualTo(best);
                        reached += best.isPresent() ? 1 : 0;
                        detours += best.isPresent() && !best.equals(best(lines, plane, to)) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(reached).isGreaterThan(1000);
        assertThat(detours).isGreaterThan(100);
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>();
        while (lines.size() < LINKS) {
            int a = random.nextInt(SITES);
            int b = random.nextInt(SITES);
            if (a != b) {
                String name = "l" + random.nextInt(10) + lines.size();
                lines.add(new Line(name, a, b, 1 + random.nextInt(2), random.nextInt(4) > 0));
            }
        }
        return lines;
    }

    private static StandingRoutes routes(List<Line> lines) {
        StringBuilder links = new StringBuilder();
        for (Line line : lines) {
            links.append("  - {id: %s, between: [s%d, s%d], latency: %dms, control-network: %s}\n"
                    .formatted(line.name, line.a, line.b, line.latency, line.servesB ? "both" : "a"));
        }
        String scenario = """
                title: A network
                duration: 1m
                sites: [s0, s1, s2, s3, s4, s5]
                links:
                %sservers: {main: {site: s0}}
                port-networks: [{pn: 1, site: s0}]
                """.formatted(links);
        return new StandingRoutes(
                Branch.variant(Branch.source(scenario)).scenario().estate());
    }

    private static List<Line> without(int failures, List<Line> lines, Random random) {
        List<Line> working = new ArrayList<>(lines);
        for (int i = 0; i < failures; i++) {
            working.remove(random.nextInt(working.size()));
        }
        return working;
    }

    private static Optional<List<String>> best(List<Line> lines, Plane plane, int to) {
        List<Route> routes = new ArrayList<>();
        List<Line> usable =
                lines.stream().filter(line -> plane == Plane.A || line.servesB).toList();
        goOn(usable, 0, to, new Route(0, List.of()), List.of(0), routes);
        return routes.stream().min(Route.BEST_FIRST).map(Route::links);
    }

    /** Adds all routes that begin with one and never come to a site twice. */
    private static void goOn(List<Line> lines, int at, int to, Route soFar, List<Integer> seen, List<Route> routes) {
        if (at == to) {
            routes.add(soFar);
            return;
        }
        for (Line line : lines) {
            if (line.endsAt(at) && !seen.contains(line.otherEnd(at))) {
                List<String> links = new ArrayList<>(soFar.links);
                links.add(line.name);
                List<Integer> nowSeen = new ArrayList<>(seen);
                nowSeen.add(line.otherEnd(at));
                goOn(lines, line.otherEnd(at), to, new Route(soFar.latency + line.latency, links), nowSeen, routes);
            }
        }
    }
}
