package org.ipsisim.console;

import org.ipsisim.history.ServerHistory;
import org.ipsisim.history.ServerRole;
import org.ipsisim.history.Subject;

/**
 * Whether survivable cores are registered with the main: an assumption. A core is, while it is up and working links join
 * its site with that of an active main server; registration goes another way than heartbeats (R49), which the estate does not
 * have.
 */
final class Registration {
    private final ServerView view;

    Registration(ServerView view) {
        this.view = view;
    }

    /** As the server of the view sees it: a main server its own registrations, a core any. */
    boolean has(ServerHistory core) {
        ServerRole role = core.roleAt(view.at());
        if (role == ServerRole.DOWN || role == ServerRole.RESETTING) {
            return false;
        }
        return view.mains().all().stream()
                .filter(main -> !view.isMain() || main.server().equals(view.server()))
                .filter(main -> view.mains().takesRegistrations(main))
                .anyMatch(
                        main -> core.reachedWithin(Subject.server(main.server().id()), view.at(), view.at()));
    }
}
