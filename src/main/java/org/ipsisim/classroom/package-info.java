/**
 * The remote classroom: a trainer shows a run to students in browsers. It is a WebRTC application of two halves: pages, in the
 * resources of this package, and the signalling server, which is here. {@link org.ipsisim.classroom.Room} is the machine of one
 * class and knows no socket; {@link org.ipsisim.classroom.ClassroomServer} puts it on the network.
 */
@NullMarked
package org.ipsisim.classroom;

import org.jspecify.annotations.NullMarked;
