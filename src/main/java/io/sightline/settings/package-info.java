/**
 * The administrator's settings, checked once at the start.
 *
 * <ol>
 *   <li>T-1: every setting has its default, unit, bounds and reason in one commented file, {@code
 *       META-INF/microprofile-config.properties}; code holds no second default.
 *   <li>T-2: a value out of bounds stops the start with a sentence that names the setting, the
 *       value and the bounds, because a server that runs with a guessed value is found out too
 *       late.
 *   <li>T-3: each package reads its own settings into a record of its own; nobody passes the whole
 *       configuration around.
 *   <li>T-4: a name that begins as a setting's and is none is told at the start, because a typing
 *       error would leave the default in force and nobody the wiser.
 * </ol>
 */
package io.sightline.settings;
