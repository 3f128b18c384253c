package org.ipsisim.scenario;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The files that a scenario includes. Each is fetched once, so that every variant of the scenario sees the same bytes. */
public final class IncludedFiles {
    /** Fetches a file: from a disk, or from a study that keeps its inputs. */
    public interface Store {
        /**
         * The bytes of a file.
         *
         * @param name the path as messages show it, relative to where the including file is
         * @throws IOException if it cannot be read; its message says why, to follow the name of the file
         */
        byte[] fetch(String name) throws IOException;
    }

    /** For scenarios that the command line does not name: they can include nothing. */
    static final IncludedFiles NONE = new IncludedFiles(new Nothing());

    private static final class Nothing implements Store {
        @Override
        public byte[] fetch(String name) throws IOException {
            throw new IOException("only a scenario that the command line names can include files");
        }
    }

    private final Store store;
    private final Map<String, byte[]> fetched = new TreeMap<>();

    /** Files of a store, none of them fetched yet. */
    public IncludedFiles(Store store) {
        this.store = store;
    }

    synchronized byte[] content(String name) throws IOException {
        byte[] content = fetched.get(name);
        if (content == null) {
            content = store.fetch(name);
            fetched.put(name, content);
        }
        return content;
    }

    /** What was fetched so far, by the name of the file. */
    public synchronized Map<String, byte[]> fetched() {
        return Map.copyOf(fetched);
    }
}
