package org.ipsisim.study;

/** Is told how many runs are done, by one thread at a time. */
public interface Progress {
    /** Ignores it. */
    Progress NONE = (what, done, of) -> {};

    /**
     * Some of the runs are done.
     *
     * @param what what is being done, such as {@code running}
     */
    void at(String what, int done, int of);
}
