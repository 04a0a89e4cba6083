/** The engine's face. */
package io.sightline.workflow;
