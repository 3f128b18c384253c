package org.ipsisim.sip.registrar;

import java.util.Optional;

/** The users of a domain and their passwords. */
@FunctionalInterface
public interface SipUsers {
    /** The password of a user, if there is such a user; an empty password means that nobody asks him for one. */
    Optional<String> findPassword(String user);
}
