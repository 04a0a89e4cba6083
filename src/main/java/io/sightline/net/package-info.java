/**
 * Addresses of the network, for whatever in this server opens connections to others.
 *
 * <ol>
 *   <li>NA-1: an address that leads to this machine, to a private network or to a link is not
 *       public, in whichever of its written forms it comes, because a name that strangers choose
 *       may lead there.
 * </ol>
 */
package io.sightline.net;
