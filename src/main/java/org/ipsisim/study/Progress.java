package org.ipsisim.study;

/** Receives how many runs are done, from one thread at a time. */
public interface Progress {
    /** Nobody looks. */
    Progress NONE = (what, done, of) -> {};

    /**
     * So many of all are done.
     *
     * @param what what is being done, such as {@code running}
     */
    void at(String what, int done, int of);
}
