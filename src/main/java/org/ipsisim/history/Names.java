package org.ipsisim.history;

import org.ipsisim.estate.Labels;
import org.ipsisim.estate.PortNetwork;

/**
 * What results call the things of an estate: by the names that the scenario gives them, otherwise by those it refers to
 * them by.
 *
 * @param main the cluster number of the main servers
 * @param labels of the scenario
 */
public record Names(int main, Labels labels) {
    /** A cluster as sentences name it: {@code the main}, {@code core 10}, or its own name. */
    public String cluster(int number) {
        return or(number == main ? "main" : "sc-" + number, Words.clusterName(number, main));
    }

    /** A cluster in few words: {@code main}, {@code core 10}, or its own name. */
    public String brief(int number) {
        return number == main ? or("main", "main") : cluster(number);
    }

    /** Anything; a port network has its number in any case: {@code pn-3 (Dallas branch)}. */
    public String of(Subject subject) {
        String own = labels.of(subject.name()).name();
        return own.isEmpty() ? subject.name() : subject.isPn() ? subject.name() + " (" + own + ")" : own;
    }

    /** A site, a link, a session manager or a population by its name in the scenario. */
    public String of(String name) {
        return or(name, name);
    }

    /**
     * A port network as a row of its own has it: {@code PN 3 Dallas branch}.
     *
     * @param other what stands behind its number if it has no name, such as its site
     */
    public String portNetwork(PortNetwork pn, String other) {
        String own = labels.of(pn.id()).name();
        return "PN " + pn.number() + (own.isEmpty() ? other : " " + own);
    }

    private String or(String id, String usual) {
        String own = labels.of(id).name();
        return own.isEmpty() ? usual : own;
    }
}
