/** The nouns that every other package speaks. */
package io.sightline.vision;
