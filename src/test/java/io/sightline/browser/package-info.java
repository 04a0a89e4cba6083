/**
 * Sightline as a person meets it: the page in a real headless Chromium, against the real server.
 *
 * <p>A test opens a {@link io.sightline.browser.Browser} whose camera plays a known clip, works the
 * {@link io.sightline.browser.SightlinePage} by its buttons and lists, and reads what a person
 * would see: texts, pixels, the state. The address is the system property {@code sightline.url};
 * without it the tests start a server of their own.
 *
 * <ol>
 *   <li>B-1: the annotated video arrives and moves, and results with rising frame ids beside it.
 *   <li>B-2: boxes are drawn where the results say, in the palette's colour of their class; a
 *       drawing that is off by a few pixels shows a wrong scale or a wrong frame.
 *   <li>B-3: outputs and parameters change while the session runs, and a refusal leaves what held.
 *   <li>B-4: pause, resume and stop do what they say.
 *   <li>B-5: a change of the frame size in mid-stream is survived.
 *   <li>B-6: a browser that finds no free place is told so in words; a closed tab frees its place
 *       within seconds.
 *   <li>B-7: what goes wrong is explained with what to do about it, never as a bare code.
 *   <li>B-8: the page works from the keyboard and loads nothing from elsewhere.
 *   <li>B-9: workflow documents are checked while one types and run on the video with one click.
 *   <li>B-10: every part of the page fits the screen of a phone.
 *   <li>B-11: the published SDK of Roboflow for JavaScript works against this server unchanged.
 *   <li>B-12: so does the page of the documentation that uses none.
 *   <li>B-13: all of this on Payara too, from the same archive.
 *   <li>B-14: where the server has keys, the page asks for one, and goes on with it.
 *   <li>B-15: the server's models are there to see, each with its state and what is wrong with it.
 * </ol>
 */
package io.sightline.browser;
