/** Offer in, answer out. */
package io.sightline.signaling;
