/** One peer connection's life: registry, limits, session, housekeeper, snapshots. */
package io.sightline.session;
