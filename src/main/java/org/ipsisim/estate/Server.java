package org.ipsisim.estate;

/**
 * One server of a cluster.
 *
 * @param id its name in events and results: {@code main-a}, {@code main-b}, {@code sc-10}
 * @param cluster the cluster it belongs to, 1 to 999
 * @param site its site
 */
public record Server(String id, int cluster, String site) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Server server
                && cluster == server.cluster
                && id.equals(server.id)
                && site.equals(server.site);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
