/**
 * Input that nobody in his right mind would send: random values, and documents that are almost
 * right.
 *
 * <p>Each {@code XFuzzTest} beside its X is a property of jqwik: {@link io.sightline.fuzz.Fuzz}
 * gives it chance and recorded requests, {@link io.sightline.fuzz.RandomValues} and {@link
 * io.sightline.fuzz.Mutations} make input of them, {@link io.sightline.fuzz.Guard} runs the code.
 *
 * <ol>
 *   <li>Z-1: code may answer, or refuse with the exceptions of its own package; anything else, no
 *       end, or more than 512 MiB of objects for one input is a failure.
 *   <li>Z-2: the normal build tries the same few hundred inputs of each property every time, so
 *       that it fails for a change and not for a chance. A long session takes more and others:
 *       {@code mvn test -Dtest='*FuzzTest' -Dsightline.fuzz.tries=100000
 *       -DargLine=-Dsightline.fuzz.seed=7}.
 *   <li>Z-3: what a session finds becomes a test with a name, because the next session may not find
 *       it again.
 * </ol>
 */
package io.sightline.fuzz;
