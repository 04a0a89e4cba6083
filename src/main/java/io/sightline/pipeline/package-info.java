/** One session's loop over frames. */
package io.sightline.pipeline;
