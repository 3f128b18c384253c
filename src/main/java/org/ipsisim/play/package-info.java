/**
 * A run played in a terminal: time that goes on, stops and turns back, things broken by hand, and recordings.
 *
 * <p>Start with {@code Playback}; {@code PlaybackState} is what a session is, {@code Controls} what keys do to it, and
 * {@code PlaybackView} draws it.
 */
@NullMarked
package org.ipsisim.play;

import org.jspecify.annotations.NullMarked;
