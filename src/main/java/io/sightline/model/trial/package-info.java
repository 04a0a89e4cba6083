/**
 * Tries a network in a process of its own before the server takes it in.
 *
 * <pre>
 *  Trials.of(file, …) ──> TrialProcess ──> TrialMain: opens the network, runs it, says what that took
 *         |
 *       TrialKit: the classes and native libraries that such a process needs
 *         |
 *       OwnFolder: where they lie as long as the server lives
 * </pre>
 *
 * <ol>
 *   <li>TR-1: what a network takes is known only when it has run: a file of a hundred bytes can ask
 *       for all the memory there is, and native code that asks for more than there is ends its
 *       process. So it is not the server's.
 *   <li>TR-2: the process has a bound of memory that its system keeps, and is the first to go where
 *       the machine has none left; it has a time; it ends with the server, however that does.
 *   <li>TR-3: it is given nothing but the file: no secrets of the server's environment, no class of
 *       it but its own, no more threads than a call has.
 *   <li>TR-4: what hangs or crashes is told from what is refused, because only the former would do
 *       the same to the server.
 * </ol>
 */
package io.sightline.model.trial;
