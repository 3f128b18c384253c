package org.ipsisim.play;

/**
 * One of the histories that a viewer has made.
 *
 * @param number from 1; the first is the scenario as it was given
 * @param parent the number of the one that it parted from; 0 for the first
 * @param at where it parted, in milliseconds
 * @param what was changed there, in a few words
 * @param course the run
 */
record Fork(int number, int parent, long at, String what, PreparedRun course) {}
