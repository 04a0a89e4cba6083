/**
 * Cameras for tests, on the loopback network: real sockets, and video that ffmpeg has coded and
 * packed.
 */
package io.sightline.camera;
