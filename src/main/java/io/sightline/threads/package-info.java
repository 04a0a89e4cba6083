/**
 * Threads by their names, and how one that has one of few places lets another one work while it
 * waits.
 *
 * <ol>
 *   <li>TH-1: a wait of seconds, such as the one for a model that loads, costs no other session its
 *       turn: whoever gave the place gives it to somebody else meanwhile.
 *   <li>TH-2: on a thread without such a place a wait is a wait.
 * </ol>
 */
package io.sightline.threads;
