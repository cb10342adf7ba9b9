/**
 * Tones for an athlete who does not look at the screen: which is due, and how it sounds.
 *
 * <p><b>May import.</b> What the viewer may, {@code javax.sound.sampled}; of the viewer: {@code viewer.look}, {@code viewer.model}. <b>Units.</b>
 * In the names. <b>Threads.</b> What is due is decided on the event dispatch thread; a daemon thread plays.
 */
@org.jspecify.annotations.NullMarked
package org.rollscope.viewer.sound;
