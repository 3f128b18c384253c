package org.ipsisim.whatif;

/** Is told how far a number of runs has come, by one thread at a time. */
public interface Progress {
    /** Nobody looks. */
    Progress NONE = (done, of) -> {};

    /** So many of all are done. */
    void at(int done, int of);
}
