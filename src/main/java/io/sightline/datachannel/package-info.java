/** Results out, commands in: messages, serialisers, chunking. */
package io.sightline.datachannel;
