package org.ipsisim.lab;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** What to do when a channel is ready. */
interface LabKey {
    void ready(SelectionKey key) throws IOException;
}
