/**
 * The edge where frames come in and go out: the native factory, guarded callbacks, inbound frames
 * and their mailbox, the outbound track.
 */
package io.sightline.media;
