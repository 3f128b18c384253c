package org.ipsisim.history;

import org.ipsisim.estate.IpsiId;

/** Subjects as tests write them. */
public final class NamedSubject {
    private NamedSubject() {}

    /** A port network for {@code pn-1}, an IPSI for {@code ipsi-1a}, a server for {@code sc-10}, and a link for any other name. */
    public static Subject of(String name) {
        if (name.matches("pn-\\d+")) {
            return Subject.pn(Integer.parseInt(name.substring(3)));
        }
        if (name.matches("sc-\\d+|main(-[ab])?")) {
            return Subject.server(name);
        }
        if (!name.matches("ipsi-\\d+[ab]")) {
            return Subject.link(name);
        }
        int pn = Integer.parseInt(name.substring(5, name.length() - 1));
        return Subject.ipsi(new IpsiId(pn, name.endsWith("a") ? IpsiId.Side.A : IpsiId.Side.B));
    }
}
