/**
 * Looks on, and nobody looks at it: health checks and the management beans.
 *
 * <p>Calls: the server asks the checks when somebody gets {@code /health}; an administrator asks
 * {@link io.sightline.admin.SessionsMXBean} and {@link io.sightline.admin.ModelsMXBean} over JMX.
 * Both read immutable snapshots of the packages below and answer at once; nothing here holds a
 * session, a model or a lock.
 *
 * <ol>
 *   <li>A-1: the server has started when no model is still loading; a model that failed has ended
 *       its start, and readiness tells.
 *   <li>A-2: the server is ready when every native library is loaded and every model that was
 *       loaded is warm. A library that is missing is named, with what would bring it, because the
 *       linker's own message helps nobody.
 *   <li>A-3: a server that is draining is not ready: whoever balances the load sends no more.
 *   <li>A-4: the server lives while its housekeeper makes its rounds: without it nothing ends that
 *       is over. A server at its limit of sessions lives and is ready. It lives no more when so
 *       many threads are stuck in workflows that none is replaced.
 *   <li>A-5: an administrator sees all open sessions and ends one by its id; the client is told who
 *       ended it.
 *   <li>A-6: the management beans go with the application, so that a redeployment can register its
 *       own and the old application is freed.
 * </ol>
 */
package io.sightline.admin;
